"""이 PC: disk, folders, files and other copies of the program."""

from easycare_desktop.ui.wording.words import Area, Words, typed

MACHINE: Area = {
    "DiskFullError": Words(
        "이 PC의 저장 공간이 가득 찼습니다.",
        "전에 저장하신 자료는 그대로 있습니다.",
        "필요 없는 파일을 지운 뒤 다시 저장해 주세요.",
        "PC-101",
    ),
    "FolderNotWritableError": Words(
        "그 폴더에 쓸 수 없습니다.",
        "전에 저장하신 자료는 그대로 있습니다.",
        "USB를 꽂으셨는지 보거나 다른 폴더를 골라 주세요.",
        "PC-102",
    ),
    "FileInUseError": Words(
        "그 파일이 다른 프로그램에서 열려 있습니다.",
        "열려 있는 파일은 그대로이고 새로 쓴 것은 없습니다.",
        "엑셀 창을 닫고 다시 하거나 다른 이름을 골라 주세요.",
        "PC-120",
    ),
    "OfficeAlreadyOpenError": Words(
        "이 기관은 이미 다른 창에서 열려 있습니다.",
        "열려 있는 자료는 그대로 있습니다.",
        "아래 작업 표시줄에서 열린 창을 눌러 주세요.",
        "PC-103",
    ),
    "OfficeCodeTakenError": typed(
        "PC-104", "이 PC에 같은 시설코드의 기관이 있습니다.", "다른 시설코드를 적어 주세요."
    ),
    "OfficeUnknownError": typed(
        "PC-105", "이 PC에 그런 시설코드의 기관이 없습니다.", "시설코드를 다시 보아 주세요."
    ),
    "FileDamagedError": Words(
        "자료 파일이 없거나 깨져 있습니다.",
        "깨진 파일을 고치거나 지우지 않았습니다.",
        "폴더를 그대로 두시고 오류 번호를 알려 주세요.",
        "PC-106",
    ),
    "BackupNotWholeError": Words(
        "백업이 다 되지 않아 지우지 않았습니다.",
        "자료는 이 PC에 그대로 있습니다.",
        "백업할 USB와 열쇠 보관처를 꽂고 다시 해 주세요.",
        "PC-118",
    ),
    "DisputeKeepsError": Words(
        "분쟁보존 중인 것이 있어 파기하지 않았습니다.",
        "자료는 이 PC에 그대로 있습니다.",
        "필요한 곳에 넘기고 「보유·분리보관」에서 분쟁보존을 푼 뒤 다시 해 주세요.",
        "PC-121",
    ),
    "DisputeKeepsLostError": Words(
        "분쟁보존 중인 것이 지금 자료에 없어 파기하지 않았습니다.",
        "더 새 백업에 들어 있을 수 있어 열쇠를 그대로 두었습니다.",
        "그 백업을 되살려 분쟁보존을 풀거나, {until}이 지난 뒤 다시 해 주세요.",
        "PC-122",
    ),
    "HandoverMissingError": typed(
        "PC-119",
        "법에 따라 남겨야 하는 기록이 있습니다.",
        "기록을 넘긴 곳과 문서번호를 적어 주세요.",
    ),
    "NewerSchemaError": Words(
        "더 새로운 프로그램에서 저장한 자료입니다.",
        "자료에 아무것도 쓰지 않았습니다.",
        "프로그램을 새 버전으로 바꾼 뒤 열어 주세요.",
        "PC-107",
    ),
    "DiskGoneError": Words(
        "자료가 있는 디스크나 USB에 닿지 않습니다.",
        "전에 저장하신 자료는 그대로 있습니다.",
        "USB를 다시 꽂은 뒤 프로그램을 다시 열어 주세요.",
        "PC-108",
    ),
}
