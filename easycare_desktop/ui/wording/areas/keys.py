"""열쇠: the key file, the places where its copy lies, and what does not open."""

from easycare_desktop.ui.wording.words import Area, Words, same

_LOCKED = "자료는 잠긴 채 안전합니다."

KEYS: Area = {
    "KeysMissingError": Words(
        "이 폴더에 열쇠 파일이 없습니다.",
        _LOCKED,
        "열쇠 보관처를 꽂고 「다른 PC에서 옮겨 오기」를 해 주세요.",
        "KP-101",
    ),
    "KeysPresentError": Words(
        "이 폴더에는 열쇠가 이미 있습니다.",
        "있던 열쇠를 그대로 두었습니다.",
        "다른 빈 폴더를 골라 주세요.",
        "KP-102",
    ),
    "KeysForeignError": Words(
        "다른 기관의 열쇠입니다.", _LOCKED, "이 기관의 열쇠 보관처인지 보아 주세요.", "KP-103"
    ),
    "KeysOlderError": Words(
        "열쇠가 자료보다 오래되었습니다.",
        "파기한 자료가 되살아나지 않도록 열지 않았습니다.",
        "가장 새로운 열쇠 보관처를 꽂아 주세요.",
        "KP-104",
    ),
    "OfficeMovedError": Words(
        "이 사무실은 다른 PC로 옮겨 갔습니다.",
        "두 PC에 나누어 적히지 않도록 열지 않았습니다.",
        "옮겨 간 PC에서 열어 주세요.",
        "KP-115",
    ),
    "HandedOverError": Words(
        "이 사무실은 다른 PC로 넘겨서 여기서는 보기만 할 수 있습니다.",
        "두 PC에 나누어 적히지 않도록 멈추었습니다.",
        "적으시려면 위의 「이 PC로 다시 가져오기」를 눌러 주세요.",
        "KP-126",
    ),
    "LeaseTakenError": Words(
        "다른 PC가 이 사무실을 가져갔거나 가져가고 있습니다.",
        "두 PC에 나누어 적히지 않도록 그대로 두었습니다.",
        "그 PC에서 다시 넘기신 뒤 USB를 꽂아 주세요.",
        "KP-127",
    ),
    "NoLeaseThereError": Words(
        "이 USB에는 이 PC로 넘어온 것이 없습니다.",
        "이 PC의 자료는 그대로 있습니다.",
        "넘길 때 쓴 USB를 꽂아 주세요.",
        "KP-128",
    ),
    "SheetNeededError": Words(
        "이 PC는 비밀번호만으로 가져올 수 없습니다.",
        "USB의 자료는 그대로 있습니다.",
        "첫 화면의 「다른 PC에서 옮겨 오기」에서 비상 열쇠 종이로 가져와 주세요.",
        "KP-129",
    ),
    "WorkUnderWayError": Words(
        "파기 {number}호를 하고 있는 중입니다.",
        "아직 넘기지 않았습니다.",
        "파기를 마친 뒤에 다시 넘겨 주세요.",
        "KP-130",
    ),
    "DraftsWaitingError": Words(
        "적다 만 것이 {count}건 있습니다.",
        "다른 PC로는 가지 않으므로 아직 넘기지 않았습니다.",
        "「임시 보관함」에서 마치거나 버린 뒤에 다시 넘겨 주세요.",
        "KP-131",
    ),
    "NothingUnfinishedError": Words(
        "이어서 마칠 일이 없습니다.",
        "자료와 열쇠는 그대로 안전합니다.",
        "필요하시면 처음부터 다시 눌러 주세요.",
        "KP-134",
    ),
    "PlaceNotAtHandError": Words(
        "고르신 열쇠 보관처가 꽂혀 있지 않습니다.",
        "아직 넘기지 않았습니다.",
        "USB를 꽂고 다시 눌러 주세요.",
        "KP-132",
    ),
    "OlderCopyError": Words(
        "이 사무실 폴더는 예전에 베껴 둔 사본입니다.",
        "파기한 자료가 되살아나지 않도록 열지 않았습니다.",
        "쓰던 폴더를 여시거나 「백업에서 되살리기」로 옮겨 오세요.",
        "KP-125",
    ),
    "DataOlderError": Words(
        "자료 파일이 예전 것으로 바뀌어 있습니다.",
        "그 뒤에 적으신 것을 덮어쓰지 않도록 열지 않았습니다.",
        "예전 파일을 일부러 넣으셨다면 「백업에서 되살리기」를 해 주세요.",
        "KP-133",
    ),
    "DataForeignError": Words(
        "다른 PC에서 쓰던 자료 폴더입니다.",
        "두 PC에 나누어 적히지 않도록 열지 않았습니다.",
        "「다른 PC에서 옮겨 오기」로 가져와 주세요.",
        "KP-116",
    ),
    "KeysNewerFormatError": Words(
        "더 새로운 프로그램에서 만든 열쇠입니다.",
        _LOCKED,
        "프로그램을 새 버전으로 바꾼 뒤 열어 주세요.",
        "KP-105",
    ),
    "DeviceKeyMissingError": Words(
        "이 PC 사용자에게는 이 기관을 여는 열쇠가 없습니다.",
        _LOCKED,
        "평소 쓰시던 PC 사용자로 로그인하거나 비상 열쇠 종이로 열어 주세요.",
        "KP-106",
    ),
    "KeyDestroyedError": Words(
        "{destroyed_at}에 파기한 자료입니다.",
        "다른 자료는 그대로 있습니다.",
        "파기관리대장에서 파기 내용을 보아 주세요.",
        "KP-107",
    ),
    "KeySeparatedError": Words(
        "분리보관 중인 자료입니다.",
        "법에서 정한 날까지 따로 보관하고 있습니다.",
        "책임자가 분리보관 화면에서 열 수 있습니다.",
        "KP-108",
    ),
    "KeyMissingAlarm": Words(
        "열쇠도 파기 기록도 없는 자료가 있습니다.",
        "다른 자료는 그대로 열립니다.",
        "파기된 것이 아닙니다. 바로 오류 번호를 알려 주세요.",
        "KP-109",
    ),
    "HoldingUnknownError": same(
        "KP-110",
        "열쇠를 찾을 수 없는 항목이 {count}건 있습니다.",
        "파기를 멈추었습니다. 오류 번호를 알려 주세요.",
    ),
    "SwitchRefusedError": Words(
        "열쇠를 바꾸기 전 점검에서 멈추었습니다.",
        "전의 열쇠와 자료를 그대로 두었습니다.",
        "다시 해 보시고, 또 그러면 오류 번호를 알려 주세요.",
        "KP-111",
    ),
    "NewProcessError": Words(
        "새 열쇠가 열리는지 확인하지 못했습니다.",
        "전의 열쇠와 자료를 그대로 두었습니다.",
        "다시 해 보시고, 또 그러면 오류 번호를 알려 주세요.",
        "KP-112",
    ),
    "PlaceCopyError": Words(
        "보관처에 쓴 열쇠가 바르게 읽히지 않습니다.",
        "이 PC의 열쇠는 그대로 있습니다.",
        "다른 USB나 폴더에 다시 넣어 주세요.",
        "KP-113",
    ),
    "TooManyKeyPlacesError": same(
        "KP-114", "열쇠 보관처는 두 곳까지 둘 수 있습니다.", "한 곳을 빼신 뒤 다시 추가해 주세요."
    ),
    "KeyPlaceKnownError": same(
        "KP-144", "이미 열쇠 보관처 「{label}」입니다.", "다른 USB나 폴더를 골라 주세요."
    ),
    "KeyPlaceInOfficeError": Words(
        "사무실 자료와 같은 폴더입니다.",
        "함께 잃어버리지 않도록 열쇠를 넣지 않았습니다.",
        "USB나 다른 디스크의 폴더를 골라 주세요.",
        "KP-145",
    ),
    "WrapBrokenError": Words(
        "봉해 둔 열쇠가 열리지 않습니다.",
        "다른 자료는 그대로 있습니다.",
        "다시 들어와 보시고, 또 그러면 오류 번호를 알려 주세요.",
        "KP-120",
    ),
    "SealBrokenError": Words(
        "저장된 내용 하나가 바뀌었거나 잘렸습니다.",
        "다른 자료는 그대로 있습니다.",
        "아무것도 지우지 마시고 오류 번호를 알려 주세요.",
        "KP-121",
    ),
    "KdfOutOfBoundsError": Words(
        "비밀번호를 지키는 설정이 바뀌어 있습니다.",
        _LOCKED,
        "열지 마시고 바로 오류 번호를 알려 주세요.",
        "KP-122",
    ),
    "WrongKeyError": Words(
        "자료 파일이 이 열쇠로 열리지 않습니다.",
        "파일에 아무것도 쓰지 않았습니다.",
        "다른 기관의 파일인지 보시고 오류 번호를 알려 주세요.",
        "KP-123",
    ),
    "CredentialStoreError": Words(
        "이 PC의 열쇠 저장소가 답하지 않습니다.",
        _LOCKED,
        "PC를 다시 켠 뒤 해 보시고, 비상 열쇠 종이를 준비해 주세요.",
        "KP-124",
    ),
    "OfficerNotTestedError": same(
        "KP-141",
        "남는 책임자가 분리보관을 여는지 아직 확인하지 않았습니다.",
        "아이디와 비밀번호로 먼저 확인해 주세요.",
    ),
    "LeavingIsSignedInError": same(
        "KP-142",
        "떠나는 분이 스스로 넘길 수는 없습니다.",
        "남는 책임자가 로그인해서 넘겨 주세요.",
    ),
    "TooFewOpenersError": same(
        "KP-143",
        "이대로면 분리보관을 열 책임자가 남지 않습니다.",
        "새 책임자 계정을 먼저 만들어 주세요.",
    ),
}
