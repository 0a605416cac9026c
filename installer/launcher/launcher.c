/* EasyCare.exe: loads the Python beside it and hands over to the program.
 *
 * EasyCare.exe WORDS...            runs   python -m easycare_desktop WORDS...
 * EasyCare.exe -m MODULE WORDS...  runs a module: how the program starts a fresh process of itself
 * EasyCare.exe jump-list WORD      writes or removes the menu of the task bar, without Python
 */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <wchar.h>

#include "jump_list.h"

#define LONGEST 32768
#define TITLE L"이지케어 데스크톱"
#define DAMAGED \
    L"프로그램 파일이 빠졌거나 손상되었습니다.\n자료는 그대로 있습니다.\n설치 파일을 다시 실행해 주세요."

typedef int (*PythonMain)(int, wchar_t **);

static wchar_t program[LONGEST];
static wchar_t folder[LONGEST];
static wchar_t library[LONGEST];

/* Settings of this Windows user must not bring foreign code or another look into the program. */
static void forget_foreign_settings(void)
{
    static const wchar_t *names[] = {
        L"QT_PLUGIN_PATH", L"QT_QPA_PLATFORM_PLUGIN_PATH", L"QT_QPA_PLATFORM", L"QT_STYLE_OVERRIDE",
        L"QT_SCALE_FACTOR", L"QT_FONT_DPI", L"QT_DEBUG_PLUGINS",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        SetEnvironmentVariableW(names[i], NULL);
}

static int find_program(void)
{
    DWORD length = GetModuleFileNameW(NULL, program, LONGEST);
    return length != 0 && length < LONGEST;
}

static PythonMain python_main(void)
{
    wcscpy(folder, program);
    wchar_t *last = wcsrchr(folder, L'\\');
    if (last == NULL)
        return NULL;
    *last = 0;
    if (_snwprintf(library, LONGEST - 1, L"%ls\\python311.dll", folder) < 0)
        return NULL;
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return python == NULL ? NULL : (PythonMain)(void *)GetProcAddress(python, "Py_Main");
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    SetDllDirectoryW(L"");
    forget_foreign_settings();
    int count = 0;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    int found = find_program();
    if (found && given != NULL && count == 3 && wcscmp(given[1], L"jump-list") == 0)
        return jump_list(program, given[2]);

    /* The installer asks for this name to see whether the program is running. */
    CreateMutexW(NULL, FALSE, L"Local\\EasyCareDesktop");
    PythonMain run = found ? python_main() : NULL;
    if (run == NULL || given == NULL) {
        MessageBoxW(NULL, DAMAGED, TITLE, MB_ICONERROR);
        return 3;
    }
    int module_given = count > 2 && wcscmp(given[1], L"-m") == 0;
    wchar_t **words = HeapAlloc(GetProcessHeap(), 0, sizeof(wchar_t *) * (count + 6));
    if (words == NULL)
        return 3;
    int n = 0;
    words[n++] = given[0];
    words[n++] = L"-X";
    words[n++] = L"utf8";
    if (!module_given) {
        words[n++] = L"-m";
        words[n++] = L"easycare_desktop";
    }
    for (int i = 1; i < count; i++)
        words[n++] = given[i];
    words[n] = NULL;
    return run(n, words);
}
