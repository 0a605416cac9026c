/* For Wine only, never shipped: the part of the shell that keeps the menus of the task bar, which Wine lacks, and the
 * titles of shell links, which Wine takes and forgets. What a program hands over is written to jump-list.txt among the settings of the user, one line a task: title, tab, program,
 * tab, arguments. It stands only after CommitList and goes with DeleteList, as in Windows.
 */
#define COBJMACROS
#define INITGUID
#include <windows.h>
#include <shobjidl.h>
#include <propkey.h>
#include <propsys.h>
#include <stdio.h>

#define MOST 16
#define WORDS 1024
#define KEPT L"%APPDATA%\\jump-list.txt"

static wchar_t waiting[MOST * WORDS], place[WORDS];

/* ---------------------------------------------------------------- Wine's shell link, with a memory for its title */

struct store {
    IPropertyStore values;
    IShellLinkW *link;
    wchar_t title[WORDS];
};
static struct store stores[MOST];
static IShellLinkWVtbl link_calls;
static HRESULT (WINAPI *query_of_wine)(IShellLinkW *, REFIID, void **);

static struct store *store_of(IShellLinkW *link)
{
    for (int i = 0; i < MOST; i++)
        if (stores[i].link == link)
            return &stores[i];
    return NULL;
}
static HRESULT WINAPI s_query(IPropertyStore *me, REFIID asked, void **given) { (void)me, (void)asked, (void)given; return E_NOINTERFACE; }
static ULONG WINAPI s_hold(IPropertyStore *me) { (void)me; return 2; }
static ULONG WINAPI s_let_go(IPropertyStore *me) { (void)me; return 1; }
static HRESULT WINAPI s_count(IPropertyStore *me, DWORD *count) { (void)me; *count = 1; return S_OK; }
static HRESULT WINAPI s_at(IPropertyStore *me, DWORD at, PROPERTYKEY *key) { (void)me, (void)at, (void)key; return E_NOTIMPL; }
static int is_title(REFPROPERTYKEY key) { return IsEqualGUID(&key->fmtid, &PKEY_Title.fmtid) && key->pid == PKEY_Title.pid; }
static HRESULT WINAPI s_get(IPropertyStore *me, REFPROPERTYKEY key, PROPVARIANT *value)
{
    if (!is_title(key))
        return E_INVALIDARG;
    value->vt = VT_LPWSTR;
    value->pwszVal = CoTaskMemAlloc(WORDS * sizeof(wchar_t));
    lstrcpynW(value->pwszVal, ((struct store *)me)->title, WORDS);
    return S_OK;
}
static HRESULT WINAPI s_set(IPropertyStore *me, REFPROPERTYKEY key, REFPROPVARIANT value)
{
    if (!is_title(key) || value->vt != VT_LPWSTR)
        return E_INVALIDARG;
    lstrcpynW(((struct store *)me)->title, value->pwszVal, WORDS);
    return S_OK;
}
static HRESULT WINAPI s_commit(IPropertyStore *me) { (void)me; return S_OK; }
static IPropertyStoreVtbl store_calls = { s_query, s_hold, s_let_go, s_count, s_at, s_get, s_set, s_commit };

static HRESULT WINAPI k_query(IShellLinkW *link, REFIID asked, void **given)
{
    struct store *mine = store_of(link);
    if (!IsEqualGUID(asked, &IID_IPropertyStore) || mine == NULL)
        return query_of_wine(link, asked, given);
    *given = mine;
    return S_OK;
}
static HRESULT remember(IShellLinkW *link)
{
    static int next;
    struct store *mine = store_of(link);
    if (mine == NULL)
        mine = &stores[next++ % MOST];
    mine->values.lpVtbl = &store_calls;
    mine->link = link;
    mine->title[0] = 0;
    if (query_of_wine == NULL) {
        link_calls = *link->lpVtbl;
        query_of_wine = link_calls.QueryInterface;
        link_calls.QueryInterface = k_query;
    }
    link->lpVtbl = &link_calls;
    return S_OK;
}
static HRESULT WINAPI make_link(IClassFactory *me, IUnknown *outer, REFIID asked, void **given)
{
    (void)me;
    typedef HRESULT (WINAPI *Maker)(REFCLSID, REFIID, void **);
    Maker makers = (Maker)(void *)GetProcAddress(LoadLibraryW(L"shell32.dll"), "DllGetClassObject");
    IClassFactory *of_wine;
    HRESULT result = makers(&CLSID_ShellLink, &IID_IClassFactory, (void **)&of_wine);
    if (FAILED(result))
        return result;
    result = IClassFactory_CreateInstance(of_wine, outer, asked, given);
    IClassFactory_Release(of_wine);
    return SUCCEEDED(result) && IsEqualGUID(asked, &IID_IShellLinkW) ? remember(*given) : result;
}

/* ---------------------------------------------------------------- a collection of shell links */

struct collection {
    IObjectCollection all;
    LONG holders;
    UINT count;
    IUnknown *items[MOST];
};

static HRESULT WINAPI c_query(IObjectCollection *me, REFIID asked, void **given)
{
    if (!IsEqualGUID(asked, &IID_IUnknown) && !IsEqualGUID(asked, &IID_IObjectArray) &&
        !IsEqualGUID(asked, &IID_IObjectCollection)) {
        *given = NULL;
        return E_NOINTERFACE;
    }
    IObjectCollection_AddRef(me);
    *given = me;
    return S_OK;
}
static ULONG WINAPI c_hold(IObjectCollection *me) { return InterlockedIncrement(&((struct collection *)me)->holders); }
static ULONG WINAPI c_let_go(IObjectCollection *me)
{
    struct collection *mine = (struct collection *)me;
    LONG left = InterlockedDecrement(&mine->holders);
    if (left == 0) {
        for (UINT i = 0; i < mine->count; i++)
            IUnknown_Release(mine->items[i]);
        free(mine);
    }
    return left;
}
static HRESULT WINAPI c_count(IObjectCollection *me, UINT *count)
{
    *count = ((struct collection *)me)->count;
    return S_OK;
}
static HRESULT WINAPI c_at(IObjectCollection *me, UINT at, REFIID asked, void **given)
{
    struct collection *mine = (struct collection *)me;
    return at < mine->count ? IUnknown_QueryInterface(mine->items[at], asked, given) : E_INVALIDARG;
}
static HRESULT WINAPI c_add(IObjectCollection *me, IUnknown *item)
{
    struct collection *mine = (struct collection *)me;
    if (mine->count == MOST)
        return E_OUTOFMEMORY;
    IUnknown_AddRef(item);
    mine->items[mine->count++] = item;
    return S_OK;
}
static HRESULT WINAPI c_add_from(IObjectCollection *me, IObjectArray *from) { (void)me, (void)from; return E_NOTIMPL; }
static HRESULT WINAPI c_remove(IObjectCollection *me, UINT at) { (void)me, (void)at; return E_NOTIMPL; }
static HRESULT WINAPI c_clear(IObjectCollection *me) { (void)me; return E_NOTIMPL; }
static IObjectCollectionVtbl collection_calls = { c_query, c_hold, c_let_go, c_count, c_at, c_add, c_add_from, c_remove,
                                                  c_clear };

static IUnknown *new_collection(void)
{
    struct collection *made = calloc(1, sizeof *made);
    made->all.lpVtbl = &collection_calls;
    made->holders = 1;
    return (IUnknown *)made;
}

/* ---------------------------------------------------------------- the list itself; one at a time */

static HRESULT WINAPI l_query(ICustomDestinationList *me, REFIID asked, void **given)
{
    int known = IsEqualGUID(asked, &IID_IUnknown) || IsEqualGUID(asked, &IID_ICustomDestinationList);
    *given = known ? me : NULL;
    return known ? S_OK : E_NOINTERFACE;
}
static ULONG WINAPI l_hold(ICustomDestinationList *me) { (void)me; return 2; }
static ULONG WINAPI l_let_go(ICustomDestinationList *me) { (void)me; return 1; }
static HRESULT WINAPI l_name(ICustomDestinationList *me, LPCWSTR id) { (void)me, (void)id; return E_NOTIMPL; }
static HRESULT WINAPI l_begin(ICustomDestinationList *me, UINT *most, REFIID asked, void **given)
{
    (void)me;
    waiting[0] = 0;
    *most = 10;
    IUnknown *none = new_collection();
    HRESULT result = IUnknown_QueryInterface(none, asked, given);
    IUnknown_Release(none);
    return result;
}
static HRESULT WINAPI l_category(ICustomDestinationList *me, LPCWSTR name, IObjectArray *lines)
{
    (void)me, (void)name, (void)lines;
    return E_NOTIMPL;
}
static HRESULT WINAPI l_known(ICustomDestinationList *me, KNOWNDESTCATEGORY which) { (void)me, (void)which; return E_NOTIMPL; }

/* Windows refuses a task without a title, and reads it from the link's values. */
static HRESULT title_of(IShellLinkW *link, wchar_t *title)
{
    IPropertyStore *values;
    HRESULT result = IShellLinkW_QueryInterface(link, &IID_IPropertyStore, (void **)&values);
    if (FAILED(result))
        return result;
    PROPVARIANT name = { 0 };
    result = IPropertyStore_GetValue(values, &PKEY_Title, &name);
    IPropertyStore_Release(values);
    if (SUCCEEDED(result) && name.vt != VT_LPWSTR)
        result = E_INVALIDARG;
    if (SUCCEEDED(result))
        lstrcpynW(title, name.pwszVal, WORDS);
    PropVariantClear(&name);
    return result;
}
static HRESULT WINAPI l_tasks(ICustomDestinationList *me, IObjectArray *lines)
{
    (void)me;
    UINT count = 0;
    HRESULT result = IObjectArray_GetCount(lines, &count);
    for (UINT i = 0; SUCCEEDED(result) && i < count; i++) {
        wchar_t title[WORDS], path[WORDS], words[WORDS];
        IShellLinkW *link;
        result = IObjectArray_GetAt(lines, i, &IID_IShellLinkW, (void **)&link);
        if (FAILED(result))
            break;
        result = title_of(link, title);
        if (SUCCEEDED(result))
            result = IShellLinkW_GetPath(link, path, WORDS, NULL, SLGP_RAWPATH);
        if (SUCCEEDED(result))
            result = IShellLinkW_GetArguments(link, words, WORDS);
        IShellLinkW_Release(link);
        if (SUCCEEDED(result)) {
            lstrcatW(waiting, title), lstrcatW(waiting, L"\t");
            lstrcatW(waiting, path), lstrcatW(waiting, L"\t");
            lstrcatW(waiting, words), lstrcatW(waiting, L"\n");
        }
    }
    return result;
}
static HRESULT WINAPI l_commit(ICustomDestinationList *me)
{
    (void)me;
    static char bytes[sizeof waiting * 2];
    int length = WideCharToMultiByte(CP_UTF8, 0, waiting, -1, bytes, sizeof bytes, NULL, NULL);
    FILE *kept = _wfopen(place, L"wb");
    if (kept == NULL || length == 0)
        return E_FAIL;
    fwrite(bytes, 1, length - 1, kept);
    fclose(kept);
    return S_OK;
}
static HRESULT WINAPI l_removed(ICustomDestinationList *me, REFIID asked, void **given)
{
    (void)me, (void)asked, (void)given;
    return E_NOTIMPL;
}
static HRESULT WINAPI l_delete(ICustomDestinationList *me, LPCWSTR id)
{
    (void)me, (void)id;
    return DeleteFileW(place) ? S_OK : E_FAIL;
}
static HRESULT WINAPI l_abort(ICustomDestinationList *me) { (void)me; return S_OK; }
static ICustomDestinationListVtbl list_calls = { l_query,  l_hold,   l_let_go,  l_name,   l_begin, l_category,
                                                 l_known,  l_tasks,  l_commit,  l_removed, l_delete, l_abort };
static ICustomDestinationList list = { &list_calls };

/* ---------------------------------------------------------------- how the system gets at both */

static HRESULT WINAPI f_query(IClassFactory *me, REFIID asked, void **given)
{
    int known = IsEqualGUID(asked, &IID_IUnknown) || IsEqualGUID(asked, &IID_IClassFactory);
    *given = known ? me : NULL;
    return known ? S_OK : E_NOINTERFACE;
}
static ULONG WINAPI f_hold(IClassFactory *me) { (void)me; return 2; }
static ULONG WINAPI f_let_go(IClassFactory *me) { (void)me; return 1; }
static HRESULT WINAPI f_lock(IClassFactory *me, BOOL on) { (void)me, (void)on; return S_OK; }
static HRESULT WINAPI make_list(IClassFactory *me, IUnknown *outer, REFIID asked, void **given)
{
    (void)me, (void)outer;
    return ICustomDestinationList_QueryInterface(&list, asked, given);
}
static HRESULT WINAPI make_collection(IClassFactory *me, IUnknown *outer, REFIID asked, void **given)
{
    (void)me, (void)outer;
    IUnknown *made = new_collection();
    HRESULT result = IUnknown_QueryInterface(made, asked, given);
    IUnknown_Release(made);
    return result;
}
static IClassFactoryVtbl list_makers = { f_query, f_hold, f_let_go, make_list, f_lock };
static IClassFactoryVtbl collection_makers = { f_query, f_hold, f_let_go, make_collection, f_lock };
static IClassFactoryVtbl link_makers = { f_query, f_hold, f_let_go, make_link, f_lock };
static IClassFactory of_lists = { &list_makers }, of_collections = { &collection_makers }, of_links = { &link_makers };

__declspec(dllexport) HRESULT WINAPI DllGetClassObject(REFCLSID class, REFIID asked, void **given)
{
    ExpandEnvironmentStringsW(KEPT, place, WORDS);
    if (IsEqualGUID(class, &CLSID_DestinationList))
        return f_query(&of_lists, asked, given);
    if (IsEqualGUID(class, &CLSID_EnumerableObjectCollection))
        return f_query(&of_collections, asked, given);
    if (IsEqualGUID(class, &CLSID_ShellLink))
        return f_query(&of_links, asked, given);
    return CLASS_E_CLASSNOTAVAILABLE;
}
