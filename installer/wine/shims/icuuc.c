/* For Wine 8 only, never shipped: Windows 10's icuuc.dll as far as Qt imports it. Every converter is "not there",
 * so Qt uses its own. */
#include <stdint.h>

#define EXPORTED __declspec(dllexport)
#define NOT_SUPPORTED 16

static void refuse(int *error)
{
    if (error)
        *error = NOT_SUPPORTED;
}

EXPORTED void *ucnv_open(const char *name, int *error)
{
    (void)name;
    refuse(error);
    return 0;
}
EXPORTED void ucnv_close(void *converter) { (void)converter; }
EXPORTED void ucnv_reset(void *converter) { (void)converter; }
EXPORTED int8_t ucnv_getMaxCharSize(const void *converter) { (void)converter; return 4; }
EXPORTED const char *ucnv_getName(const void *converter, int *error)
{
    (void)converter;
    refuse(error);
    return 0;
}
EXPORTED void ucnv_fromUnicode(void) {}
EXPORTED void ucnv_toUnicode(void) {}
EXPORTED void ucnv_getToUCallBack(void) {}
EXPORTED void ucnv_getFromUCallBack(void) {}
EXPORTED void ucnv_setToUCallBack(void) {}
EXPORTED void ucnv_setFromUCallBack(void) {}
EXPORTED void ucnv_cbToUWriteUChars(void) {}
EXPORTED void ucnv_cbFromUWriteUChars(void) {}
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED int32_t ucnv_toUCountPending(void) { return 0; }
EXPORTED int32_t ucnv_fromUCountPending(void) { return 0; }
EXPORTED const char *ucnv_getStandardName(void) { return 0; }
EXPORTED const char *ucnv_getAvailableName(void) { return 0; }
EXPORTED int32_t ucnv_countAvailable(void) { return 0; }
