; The installer of EasyCare Desktop: per user, no administrator, Korean.
;
; Silent:     EasyCare-Setup-<version>.exe /S [/DESKTOP] [/CLOSE] [/D=folder]      (/D last, without quotes)
; Uninstall:  uninstall.exe /S [/DATA=keep|backup|certificate /ANSWERS=file]
; Exit codes: 0 done, 1 given up, 2 failed, 3 a newer version is here, 4 the program is running, 5 path too long,
;             6 no space, 7 Windows too old, 8 the folder holds other files or is locked, 9 the data was not dealt with

Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include TextFunc.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

!define NAME "이지케어 데스크톱"
!define EXE "EasyCare.exe"
!define UNINSTALLER "uninstall.exe"
!define LIST "files.txt"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\EasyCareDesktop"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXE}"
!define VERB "Software\Classes\SystemFileAssociations\.pdf\shell\EasyCareVerify"
!define MUTEX "Local\EasyCareDesktop"
!define LONGEST_PATH 259

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
CRCCheck force
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow
InstallDir "$LOCALAPPDATA\Programs\EasyCareDesktop"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

VIProductVersion "${FOUR}"
VIAddVersionKey /LANG=1042 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1042 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1042 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1042 "FileDescription" "${NAME} 설치"
VIAddVersionKey /LANG=1042 "CompanyName" "EasyCare Desktop"
VIAddVersionKey /LANG=1042 "LegalCopyright" "EasyCare Desktop"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "설치를 그만둘까요? 아직 바뀐 것은 없습니다."
!define MUI_WELCOMEPAGE_TITLE "${NAME}을 설치합니다"
!define MUI_WELCOMEPAGE_TEXT "인터넷과 관리자 권한이 없어도 설치됩니다.$\r$\n$\r$\n이 PC에 이미 있는 사무실 자료는 건드리지 않습니다.$\r$\n$\r$\n「다음」을 눌러 주세요."
!define MUI_DIRECTORYPAGE_TEXT_TOP "프로그램을 둘 폴더입니다. 잘 모르시면 그대로 두고 「설치」를 눌러 주세요.$\r$\n$\r$\n사무실 자료는 이 폴더에 두지 않습니다."
!define MUI_FINISHPAGE_TITLE "설치를 마쳤습니다"
!define MUI_FINISHPAGE_TEXT "시작 메뉴의 「${NAME}」에서 여실 수 있습니다."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "${NAME} 열기"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "바탕 화면에 바로 가기 만들기"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION MakeDesktopShortcut
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "설치할 폴더"
!define MUI_PAGE_HEADER_SUBTEXT "프로그램을 둘 곳을 고릅니다."
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveDirectory
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "설치하고 있습니다"
!define MUI_PAGE_HEADER_SUBTEXT "잠시 기다려 주세요. 1분쯤 걸립니다."
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskAboutData un.LeaveAboutData
!define MUI_PAGE_HEADER_TEXT "지우고 있습니다"
!define MUI_PAGE_HEADER_SUBTEXT "잠시 기다려 주세요."
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Korean"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

Var Found
Var Line
Var Data
Var Answers
Var Keep
Var Backup
Var Certificate

; ---------------------------------------------------------------- shared by both

; Say why and end with an exit code. Silent: the code alone.
!macro GiveUp CODE TEXT
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend
!define GiveUp "!insertmacro GiveUp"

!macro Shared UN
; Push "yes" or "no": whether the program is running for this user.
Function ${UN}IsRunning
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    Push "yes"
  ${Else}
    Push "no"
  ${EndIf}
FunctionEnd

; Let the program save and close itself; wait up to 30 seconds.
Function ${UN}CloseProgram
  ClearErrors
  ExecWait '"$INSTDIR\${EXE}" quit' $1
  StrCpy $1 0
  ${Do}
    Call ${UN}IsRunning
    Pop $0
    ${If} $0 == "no"
      ${Break}
    ${EndIf}
    Sleep 500
    IntOp $1 $1 + 1
  ${LoopUntil} $1 > 60
FunctionEnd

; Remove what the list in the folder $R9 names, then the folders, if they are empty. Nothing else is ever touched.
Function ${UN}RemoveListed
  ClearErrors
  FileOpen $R8 "$R9\${LIST}" r
  ${IfNot} ${Errors}
    FileReadWord $R8 $R7 ; the byte order mark
    ${Do}
      ClearErrors
      FileReadUTF16LE $R8 $Line
      ${If} ${Errors}
        ${Break}
      ${EndIf}
      ${TrimNewLines} "$Line" $Line
      StrCpy $R7 $Line 1
      ${If} $R7 == "\"
        RMDir "$R9$Line"
      ${ElseIf} $Line != ""
        Delete "$R9\$Line"
      ${EndIf}
    ${Loop}
    FileClose $R8
  ${EndIf}
  Delete "$R9\${LIST}"
  Delete "$R9\${UNINSTALLER}"
  RMDir "$R9"
  ClearErrors
FunctionEnd
!macroend
!insertmacro Shared ""
!insertmacro Shared "un."

; ---------------------------------------------------------------- install

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    ${GiveUp} 7 "이 PC에서는 쓸 수 없습니다.$\r$\n윈도우 10 또는 11 (64비트)이 필요합니다.$\r$\n바뀐 것은 없습니다."
  ${EndIf}
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Local\EasyCareDesktopSetup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183
    ${GiveUp} 1 "설치 프로그램이 이미 열려 있습니다.$\r$\n열려 있는 창에서 계속해 주세요."
  ${EndIf}
  ReadRegStr $Found HKCU "${KEY}" "DisplayVersion"
  ${If} $Found != ""
    ${VersionCompare} "$Found" "${VERSION}" $0
    ${If} $0 = 1
      ${GiveUp} 3 "이 PC에는 더 새로운 $Found 버전이 있습니다.$\r$\n옛 버전은 새 자료를 읽지 못하므로 설치하지 않습니다.$\r$\n자료와 프로그램은 그대로 있습니다."
    ${EndIf}
  ${EndIf}
  ${If} ${Silent}
    Call CheckFolder
  ${EndIf}
FunctionEnd

Function LeaveDirectory
  Call CheckFolder
FunctionEnd

; See that the folder can take the program: short enough, not full of other things, enough space.
Function CheckFolder
  StrLen $0 "$INSTDIR.new\"
  IntOp $0 $0 + ${LONGEST}
  ${If} $0 > ${LONGEST_PATH}
    MessageBox MB_OK|MB_ICONEXCLAMATION "폴더 이름이 너무 깁니다.$\r$\n더 짧은 폴더를 골라 주세요.$\r$\n아직 아무것도 설치하지 않았습니다." /SD IDOK
    SetErrorLevel 5
    Goto refused
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${LIST}"
    ${DirState} "$INSTDIR" $0
    ${If} $0 = 1
      MessageBox MB_OK|MB_ICONEXCLAMATION "그 폴더에는 다른 파일이 있습니다.$\r$\n비어 있거나 새로운 폴더를 골라 주세요.$\r$\n아직 아무것도 설치하지 않았습니다." /SD IDOK
      SetErrorLevel 8
      Goto refused
    ${EndIf}
  ${EndIf}
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${If} $1 < ${NEEDED_MB}
  ${AndIf} $1 >= 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "디스크에 빈 곳이 모자랍니다. ${NEEDED_MB} MB가 필요합니다.$\r$\n빈 곳을 만든 뒤 다시 설치해 주세요.$\r$\n아직 아무것도 설치하지 않았습니다." /SD IDOK
    SetErrorLevel 6
    Goto refused
  ${EndIf}
  Return
refused:
  ${If} ${Silent}
    Quit
  ${EndIf}
  Abort
FunctionEnd

; Ask to close a running program. Silent: only with /CLOSE.
Function AskToClose
  Call IsRunning
  Pop $0
  ${If} $0 == "no"
    Return
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/CLOSE" $1
  ${If} ${Errors}
    MessageBox MB_OKCANCEL|MB_ICONQUESTION "${NAME}이 열려 있습니다.$\r$\n「확인」을 누르면 쓰던 것을 저장하고 닫은 뒤 계속합니다." /SD IDCANCEL IDOK close
    Goto stays
  ${EndIf}
close:
  Call CloseProgram
  Call IsRunning
  Pop $0
  ${If} $0 == "no"
    Return
  ${EndIf}
stays:
  ${GiveUp} 4 "${NAME}이 열려 있어 설치하지 않았습니다.$\r$\n프로그램을 닫고 다시 설치해 주세요.$\r$\n자료와 프로그램은 그대로 있습니다."
FunctionEnd

Section "-program"
  Call AskToClose
  SetDetailsPrint textonly
  DetailPrint "파일을 옮기고 있습니다."
  SetDetailsPrint none
  ; Everything goes into a folder beside first. Until the two renames below, the old program stays whole.
  StrCpy $R9 "$INSTDIR.new"
  Call RemoveListed
  RMDir /r "$INSTDIR.new"
  ClearErrors
  SetOverwrite on
  SetOutPath "$INSTDIR.new"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR.new\${UNINSTALLER}"
  ${If} ${Errors}
  ${OrIfNot} ${FileExists} "$INSTDIR.new\${EXE}"
  ${OrIfNot} ${FileExists} "$INSTDIR.new\${LIST}"
    Goto failed
  ${EndIf}
  SetOutPath "$TEMP"
  StrCpy $R9 "$INSTDIR.old"
  Call RemoveListed
  ${If} ${FileExists} "$INSTDIR.old\*.*"
    Call PutAside
  ${EndIf}
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\*.*"
    Rename "$INSTDIR" "$INSTDIR.old"
    ${If} ${Errors}
      Goto locked
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR.new" "$INSTDIR"
  ${If} ${Errors}
    Rename "$INSTDIR.old" "$INSTDIR"
    Goto locked
  ${EndIf}
  StrCpy $R9 "$INSTDIR.old"
  Call RemoveListed
  ${If} ${FileExists} "$INSTDIR.old\*.*"
    Call PutAside
  ${EndIf}
  Call Register
  Return
locked:
  RMDir /r "$INSTDIR.new"
  ${GiveUp} 8 "다른 프로그램이 파일을 쓰고 있어 설치하지 못했습니다.$\r$\n자료와 전에 있던 프로그램은 그대로 있습니다.$\r$\nPC를 다시 켠 뒤 설치해 주세요."
failed:
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.new"
  ${GiveUp} 2 "파일을 모두 쓰지 못해 설치를 그만두었습니다.$\r$\n자료와 전에 있던 프로그램은 그대로 있습니다.$\r$\n디스크의 빈 곳을 확인하고 다시 설치해 주세요."
SectionEnd

; Files that are not ours were lying in the old folder: they stay, in a folder with the time in its name.
Function PutAside
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
  Rename "$INSTDIR.old" "$INSTDIR 남은 파일 $2$1$0-$4$5$6"
  ClearErrors
FunctionEnd

Function Register
  SetOutPath "$INSTDIR"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
  ; The menu of the task bar is a comfort: where Windows refuses it, everything else stands.
  ExecWait '"$INSTDIR\${EXE}" jump-list write'
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    Call MakeDesktopShortcut
  ${EndIf}
  SetOutPath "$TEMP"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${KEY}" "Publisher" "EasyCare Desktop"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${VERB}" "" "파기확인서 확인 (이지케어)"
  WriteRegStr HKCU "${VERB}" "Icon" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${VERB}\command" "" '"$INSTDIR\${EXE}" verify --window "%1"'
  ${RefreshShellIcons}
FunctionEnd

Function MakeDesktopShortcut
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.new"
FunctionEnd

; ---------------------------------------------------------------- uninstall

Function un.onInit
  SetShellVarContext current
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DATA=" $Data
  ${If} ${Errors}
    StrCpy $Data "keep"
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/ANSWERS=" $Answers
  ${If} ${Errors}
    StrCpy $Answers ""
  ${EndIf}
  ${If} $Data != "keep"
  ${AndIf} $Data != "backup"
  ${AndIf} $Data != "certificate"
    ${GiveUp} 9 "/DATA= 뒤에는 keep, backup, certificate 가운데 하나를 적습니다."
  ${EndIf}
FunctionEnd

Function un.AskAboutData
  !insertmacro MUI_HEADER_TEXT "사무실 자료를 어떻게 할까요?" "프로그램을 지우기 전에 하나를 골라 주세요."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 4u 100% 12u "자료는 이 PC에 남깁니다 (권함)"
  Pop $Keep
  ${NSD_CreateLabel} 12u 17u 95% 18u "프로그램만 지웁니다. 다시 설치하면 그대로 이어서 쓰실 수 있습니다."
  Pop $0
  ${NSD_CreateRadioButton} 0 40u 100% 12u "백업한 뒤 이 PC에서 지웁니다"
  Pop $Backup
  ${NSD_CreateLabel} 12u 53u 95% 18u "PC를 바꾸거나 돌려줄 때 고릅니다. 백업을 확인한 다음에만 지웁니다."
  Pop $0
  ${NSD_CreateRadioButton} 0 76u 100% 12u "파기확인서를 만들고 모두 파기합니다"
  Pop $Certificate
  ${NSD_CreateLabel} 12u 89u 95% 18u "폐업할 때 고릅니다. 책임자가 로그인해야 하며 되돌릴 수 없습니다."
  Pop $0
  ${NSD_Check} $Keep
  nsDialogs::Show
FunctionEnd

Function un.LeaveAboutData
  StrCpy $Data "keep"
  ${NSD_GetState} $Backup $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Data "backup"
  ${EndIf}
  ${NSD_GetState} $Certificate $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Data "certificate"
  ${EndIf}
FunctionEnd

; The program itself deals with the data, so that rights, checks and papers are the same as ever.
Function un.DealWithData
  ${If} $Data == "keep"
    Return
  ${EndIf}
  StrCpy $1 ""
  ${If} $Answers != ""
    StrCpy $1 ' --answers "$Answers"'
  ${EndIf}
  ClearErrors
  ExecWait '"$INSTDIR\${EXE}" leave $Data$1' $0
  ${If} ${Errors}
  ${OrIf} $0 <> 0
    ${GiveUp} 9 "자료를 정리하지 않았으므로 프로그램도 지우지 않았습니다.$\r$\n자료와 프로그램은 그대로 있습니다."
  ${EndIf}
FunctionEnd

Section "un.program"
  Call un.IsRunning
  Pop $0
  ${If} $0 == "yes"
    MessageBox MB_OKCANCEL|MB_ICONQUESTION "${NAME}이 열려 있습니다.$\r$\n「확인」을 누르면 쓰던 것을 저장하고 닫은 뒤 지웁니다." /SD IDOK IDOK close
    SetErrorLevel 4
    Quit
  close:
    Call un.CloseProgram
    Call un.IsRunning
    Pop $0
    ${If} $0 == "yes"
      ${GiveUp} 4 "${NAME}이 닫히지 않아 지우지 않았습니다.$\r$\n프로그램을 닫고 다시 해 주세요."
    ${EndIf}
  ${EndIf}
  Call un.DealWithData
  SetOutPath "$TEMP"
  SetDetailsPrint textonly
  DetailPrint "파일을 지우고 있습니다."
  SetDetailsPrint none
  ExecWait '"$INSTDIR\${EXE}" jump-list remove'
  StrCpy $R9 "$INSTDIR"
  Call un.RemoveListed
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${VERB}"
  ${RefreshShellIcons}
SectionEnd
