/* The menu of the program's button in the task bar: tasks, and never the names of people or files.
 *
 * The installer writes it once and the uninstaller removes it. Windows keeps it with the path of the program, so the
 * program itself has nothing to do with it while it runs.
 */
#define COBJMACROS
#define INITGUID
#include <windows.h>
#include <shobjidl.h>
#include <propkey.h>
#include <propsys.h>
#include <wchar.h>

#include "jump_list.h"

static const struct task {
    const wchar_t *title, *words;
} tasks[] = {
    { L"오늘 할 일", L"run --page today" },
    { L"사람 찾기", L"run --page people" },
    { L"이용취소 접수", L"run --page cancel" },
    { L"백업·열쇠", L"run --page keys" },
    { L"파기확인서 확인", L"verify --window" },
};

static HRESULT name_it(IShellLinkW *link, const wchar_t *title)
{
    IPropertyStore *values;
    HRESULT result = IShellLinkW_QueryInterface(link, &IID_IPropertyStore, (void **)&values);
    if (FAILED(result))
        return result;
    PROPVARIANT name = { .vt = VT_LPWSTR, .pwszVal = (wchar_t *)title };
    result = IPropertyStore_SetValue(values, &PKEY_Title, &name);
    if (SUCCEEDED(result))
        result = IPropertyStore_Commit(values);
    IPropertyStore_Release(values);
    return result;
}

static HRESULT add(IObjectCollection *all, const wchar_t *program, const struct task *task)
{
    IShellLinkW *link;
    HRESULT result =
        CoCreateInstance(&CLSID_ShellLink, NULL, CLSCTX_INPROC_SERVER, &IID_IShellLinkW, (void **)&link);
    if (FAILED(result))
        return result;
    result = IShellLinkW_SetPath(link, program);
    if (SUCCEEDED(result))
        result = IShellLinkW_SetArguments(link, task->words);
    if (SUCCEEDED(result))
        result = IShellLinkW_SetIconLocation(link, program, 0);
    if (SUCCEEDED(result))
        result = name_it(link, task->title);
    if (SUCCEEDED(result))
        result = IObjectCollection_AddObject(all, (IUnknown *)link);
    IShellLinkW_Release(link);
    return result;
}

static HRESULT hand_over(ICustomDestinationList *list, IObjectCollection *all)
{
    IObjectArray *lines;
    HRESULT result = IObjectCollection_QueryInterface(all, &IID_IObjectArray, (void **)&lines);
    if (FAILED(result))
        return result;
    result = ICustomDestinationList_AddUserTasks(list, lines);
    IObjectArray_Release(lines);
    return result;
}

static HRESULT fill(ICustomDestinationList *list, const wchar_t *program)
{
    IObjectCollection *all;
    HRESULT result = CoCreateInstance(
        &CLSID_EnumerableObjectCollection, NULL, CLSCTX_INPROC_SERVER, &IID_IObjectCollection, (void **)&all);
    if (FAILED(result))
        return result;
    for (size_t i = 0; SUCCEEDED(result) && i < sizeof tasks / sizeof *tasks; i++)
        result = add(all, program, &tasks[i]);
    if (SUCCEEDED(result))
        result = hand_over(list, all);
    IObjectCollection_Release(all);
    return result;
}

static HRESULT write_list(ICustomDestinationList *list, const wchar_t *program)
{
    UINT most;
    IObjectArray *removed;
    HRESULT result = ICustomDestinationList_BeginList(list, &most, &IID_IObjectArray, (void **)&removed);
    if (FAILED(result))
        return result;
    IObjectArray_Release(removed);
    result = fill(list, program);
    if (SUCCEEDED(result))
        return ICustomDestinationList_CommitList(list);
    ICustomDestinationList_AbortList(list);
    return result;
}

int jump_list(const wchar_t *program, const wchar_t *word)
{
    ICustomDestinationList *list;
    HRESULT result = CoInitializeEx(NULL, COINIT_APARTMENTTHREADED);
    if (FAILED(result))
        return 1;
    result = CoCreateInstance(
        &CLSID_DestinationList, NULL, CLSCTX_INPROC_SERVER, &IID_ICustomDestinationList, (void **)&list);
    if (SUCCEEDED(result)) {
        if (wcscmp(word, L"write") == 0)
            result = write_list(list, program);
        else if (wcscmp(word, L"remove") == 0)
            result = ICustomDestinationList_DeleteList(list, NULL);
        else
            result = E_INVALIDARG;
        ICustomDestinationList_Release(list);
    }
    CoUninitialize();
    return FAILED(result);
}
