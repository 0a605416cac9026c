/* Ends the process at the KILL_AT-th write, sync, rename or unlink after the file KILL_ARMED is
   there. Preloaded by the long campaign of test_generation_stops.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static long seen = 0;

static void count(void) {
    const char *at = getenv("KILL_AT"), *armed = getenv("KILL_ARMED");
    if (at && armed && access(armed, F_OK) == 0 && ++seen == atol(at)) _exit(77);
}

#define REAL(kind, name, ...) ((kind(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) {
    if (fd > 2) count();
    return REAL(ssize_t, write, int, const void *, size_t)(fd, data, size);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    count();
    return REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)(fd, data, size, at);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    count();
    return REAL(ssize_t, pwrite, int, const void *, size_t, off_t)(fd, data, size, at);
}
int fsync(int fd) { count(); return REAL(int, fsync, int)(fd); }
int fdatasync(int fd) { count(); return REAL(int, fdatasync, int)(fd); }
int rename(const char *from, const char *to) {
    count();
    return REAL(int, rename, const char *, const char *)(from, to);
}
int renameat(int in, const char *from, int out, const char *to) {
    count();
    return REAL(int, renameat, int, const char *, int, const char *)(in, from, out, to);
}
int unlink(const char *path) { count(); return REAL(int, unlink, const char *)(path); }
int unlinkat(int in, const char *path, int flags) {
    count();
    return REAL(int, unlinkat, int, const char *, int)(in, path, flags);
}
