/* A disk that misbehaves below one folder of this process. Preloaded by the campaigns; see shim.py.

   It counts what changes the disk: creations, writes, truncations, syncs, renames, removals.
   END ends the process at the count-th of them, KEEP writes each of them down, FULL lets no file grow
   any more from the count-th growing write on, and PULL fails everything from the count-th on,
   reading too, as a stick does that was pulled. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { OFF, END, KEEP, FULL, PULL };
enum { ENDED = 77 };

static int mode = OFF, halves = 0, record_to = -1;
static long wanted = 0, seen = 0;
static char below[PATH_MAX] = "";

void disk_arm(int how, long count, int half, const char *folder, int record) {
    seen = 0, wanted = count, halves = half, record_to = record;
    snprintf(below, sizeof below, "%s", folder);
    mode = how;
}
void disk_disarm(void) { mode = OFF; }
long disk_seen(void) { return seen; }

static void put(const void *data, size_t size) {
    const char *from = data;
    while (size > 0) {
        long done = syscall(SYS_write, record_to, from, size);
        if (done <= 0) _exit(78);
        from += done, size -= (size_t)done;
    }
}

/* One record: kind, length of the path, offset, length of the rest, then path and rest. */
static void keep(char kind, const char *path, int64_t at, const void *rest, uint32_t size) {
    if (mode != KEEP) return;
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    uint16_t length = (uint16_t)strlen(path);
    pthread_mutex_lock(&one_at_a_time);
    put(&kind, 1), put(&length, 2), put(&at, 8), put(&size, 4), put(path, length), put(rest, size);
    pthread_mutex_unlock(&one_at_a_time);
}
void disk_mark(const char *word) { keep('M', word, 0, "", 0); }

static int is_below(const char *path) {
    size_t length = strlen(below);
    return mode != OFF && length && strncmp(path, below, length) == 0 &&
           (path[length] == '/' || path[length] == 0);
}
static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, PATH_MAX - 1);
    if (size < 0) size = 0;
    path[size] = 0;
    return is_below(path);
}
static int pulled(void) { return mode == PULL && seen >= wanted; }

/* Count one change; tell whether it must fail. The process may end here. */
static int change(void) {
    if (mode == FULL) return 0;
    if (__atomic_add_fetch(&seen, 1, __ATOMIC_RELAXED) == wanted && mode == END && !halves)
        _exit(ENDED);
    return pulled();
}
static int fails(int error) { errno = error; return -1; }
#define REAL(kind, name, ...) ((kind(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

/* Return how much of a write may be done; nothing left means an error, which is set. */
static ssize_t allowed(int fd, const char *path, size_t size, off_t at) {
    if (mode == FULL) {
        struct stat now;
        if (fstat(fd, &now) || at + (off_t)size <= now.st_size) return (ssize_t)size;
        if (++seen < wanted) return (ssize_t)size;
        if (seen == wanted && halves && size > 1) return (ssize_t)(size / 2);
        return fails(ENOSPC);
    }
    if (change()) return fails(EIO);
    if (mode == END && halves && seen >= wanted) return -(ssize_t)(size / 2) - 2;
    (void)path;
    return (ssize_t)size;
}
static ssize_t written(int fd, const void *data, size_t size, off_t at, int moving) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return -2;
    off_t place = moving ? lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR) : at;
    ssize_t may = allowed(fd, path, size, place);
    if (may == -1) return -1;
    int ending = may < -1;
    size_t count = (size_t)(ending ? -may - 2 : may);
    ssize_t done = moving ? syscall(SYS_write, fd, data, count)
                          : syscall(SYS_pwrite64, fd, data, count, place);
    if (ending) _exit(ENDED);
    if (done > 0) keep('W', path, place, data, (uint32_t)done);
    return done;
}
ssize_t write(int fd, const void *data, size_t size) {
    ssize_t done = mode != OFF ? written(fd, data, size, 0, 1) : -2;
    return done != -2 ? done : syscall(SYS_write, fd, data, size);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    ssize_t done = mode != OFF ? written(fd, data, size, at, 0) : -2;
    return done != -2 ? done : syscall(SYS_pwrite64, fd, data, size, at);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    return pwrite64(fd, data, size, at);
}

static int cut(int fd, off_t size) {
    char path[PATH_MAX];
    int ours = mode != OFF && path_of(fd, path);
    if (ours && change()) return fails(EIO);
    int done = (int)syscall(SYS_ftruncate, fd, size);
    if (ours && done == 0) keep('T', path, size, "", 0);
    return done;
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

static int synced(int fd, long call) {
    char path[PATH_MAX];
    int ours = mode != OFF && path_of(fd, path);
    if (ours && change()) return fails(EIO);
    if (ours) keep('S', path, 0, "", 0);
    return (int)syscall(call, fd);
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) {
    int ours = is_below(from) || is_below(to);
    if (ours && change()) return fails(ENOENT);
    int done = REAL(int, rename, const char *, const char *)(from, to);
    if (ours && done == 0) keep('R', from, 0, to, (uint32_t)strlen(to));
    return done;
}
int unlink(const char *path) {
    int ours = is_below(path);
    if (ours && change()) return fails(ENOENT);
    int done = REAL(int, unlink, const char *)(path);
    if (ours && done == 0) keep('U', path, 0, "", 0);
    return done;
}
int unlinkat(int in, const char *name, int flags) {
    char path[2 * PATH_MAX] = "";
    if (name[0] == '/' || in == AT_FDCWD || mode == OFF) snprintf(path, sizeof path, "%s", name);
    else {
        path_of(in, path);
        snprintf(path + strlen(path), PATH_MAX, "/%s", name);
    }
    int ours = is_below(path);
    if (ours && change()) return fails(ENOENT);
    int done = REAL(int, unlinkat, int, const char *, int)(in, name, flags);
    if (ours && done == 0) keep(flags & AT_REMOVEDIR ? 'E' : 'U', path, 0, "", 0);
    return done;
}
int rmdir(const char *path) {
    int ours = is_below(path);
    if (ours && change()) return fails(ENOENT);
    int done = REAL(int, rmdir, const char *)(path);
    if (ours && done == 0) keep('E', path, 0, "", 0);
    return done;
}
int mkdir(const char *path, mode_t bits) {
    int ours = is_below(path);
    if (ours && syscall(SYS_access, path, F_OK) != 0 && change()) return fails(ENOENT);
    int done = REAL(int, mkdir, const char *, mode_t)(path, bits);
    if (ours && done == 0) keep('D', path, 0, "", 0);
    return done;
}

static int opened(const char *path, int flags, mode_t bits) {
    int ours = is_below(path), fresh = 0;
    if (ours) {
        int there = syscall(SYS_access, path, F_OK) == 0;
        fresh = (flags & O_CREAT) && !there;
        if ((fresh || (flags & O_TRUNC)) && change()) return fails(EIO);
        if (pulled()) return fails(ENOENT);
    }
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, bits);
    if (ours && fd >= 0 && fresh) keep('C', path, 0, "", 0);
    else if (ours && fd >= 0 && (flags & O_TRUNC)) keep('T', path, 0, "", 0);
    return fd;
}
#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        mode_t bits = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;                    \
        va_end(more);                                                                              \
        return opened(path, flags, bits);                                                          \
    }
OPEN(open)
OPEN(open64)

/* A copy inside the kernel would pass by unseen: make its caller copy through read and write. */
ssize_t sendfile(int to, int from, off_t *at, size_t size) {
    return mode == OFF ? REAL(ssize_t, sendfile, int, int, off_t *, size_t)(to, from, at, size)
                       : fails(ENOTSOCK);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t size) {
    return sendfile(to, from, at, size);
}

/* What only a pulled stick refuses. */
ssize_t read(int fd, void *data, size_t size) {
    char path[PATH_MAX];
    if (pulled() && path_of(fd, path)) return fails(EIO);
    return syscall(SYS_read, fd, data, size);
}
ssize_t pread64(int fd, void *data, size_t size, off64_t at) {
    char path[PATH_MAX];
    if (pulled() && path_of(fd, path)) return fails(EIO);
    return syscall(SYS_pread64, fd, data, size, at);
}
ssize_t pread(int fd, void *data, size_t size, off_t at) { return pread64(fd, data, size, at); }
DIR *opendir(const char *path) {
    if (pulled() && is_below(path)) return errno = ENOENT, NULL;
    return REAL(DIR *, opendir, const char *)(path);
}
int access(const char *path, int how) {
    if (pulled() && is_below(path)) return fails(ENOENT);
    return (int)syscall(SYS_access, path, how);
}
#define LOOK(name)                                                                                 \
    int name(const char *path, struct stat *out) {                                                 \
        if (pulled() && is_below(path)) return fails(ENOENT);                                      \
        return REAL(int, name, const char *, struct stat *)(path, out);                            \
    }
LOOK(stat)
LOOK(lstat)
#define LOOK64(name)                                                                               \
    int name(const char *path, struct stat64 *out) {                                               \
        if (pulled() && is_below(path)) return fails(ENOENT);                                      \
        return REAL(int, name, const char *, struct stat64 *)(path, out);                          \
    }
LOOK64(stat64)
LOOK64(lstat64)
int __xstat64(int version, const char *path, struct stat64 *out) {
    if (pulled() && is_below(path)) return fails(ENOENT);
    return REAL(int, __xstat64, int, const char *, struct stat64 *)(version, path, out);
}
