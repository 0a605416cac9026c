"""문서: making papers."""

from easycare_desktop.ui.wording.words import Area, Words, same, typed

PAPERS: Area = {
    "PurposeMissingError": typed(
        "PA-101", "출력하시는 용도를 적어 주세요.", "용도를 고르거나 짧게 적어 주세요."
    ),
    "NameInTextError": typed(
        "PA-104", "사람 이름이 들어 있습니다.", "이름을 빼고 적어 주세요. 이 글은 오래 남습니다."
    ),
    "GlyphMissingError": same(
        "PA-102",
        "{signs}: 인쇄할 수 없는 글자입니다.",
        "그 글자를 한글로 바꾸어 적고 다시 만들어 주세요.",
    ),
    "PrinterSilentError": Words(
        "프린터가 종이를 받지 않았습니다.",
        "문서는 그대로 있습니다.",
        "전원과 종이를 보시고 다시 인쇄해 주세요.",
        "PA-110",
    ),
    "PictureUnreadableError": same(
        "PA-105",
        "그림이나 PDF를 열 수 없습니다.",
        "파일이 맞는지 보시고 다시 골라 주세요.",
    ),
    "PictureTooLargeError": same(
        "PA-115",
        "사진의 점이 너무 많습니다. {millions}백만 점까지 받습니다.",
        "해상도를 낮추어 다시 저장하거나 찍어 주세요.",
    ),
    "PdfLockedError": same(
        "PA-116",
        "암호가 걸린 PDF입니다.",
        "암호를 푼 PDF로 다시 저장해 골라 주세요.",
    ),
    "PdfActiveError": same(
        "PA-117",
        "PDF 안에 실행되는 것이나 다른 파일이 들어 있습니다.",
        "종이에 인쇄해 다시 스캔한 것을 골라 주세요.",
    ),
    "PdfTooLargeError": same(
        "PA-118",
        "스캔이라기에는 PDF가 너무 큽니다.",
        "필요한 쪽만 나누어 다시 저장해 주세요.",
    ),
    "ScanNotFoundError": same(
        "PA-108", "지금은 볼 수 없는 파일입니다.", "이분의 「문서」에서 다시 골라 주세요."
    ),
    "ScanIsProofError": same(
        "PA-119",
        "동의나 신청을 증명하는 문서라 옮기거나 뺄 수 없습니다.",
        "잘못 붙인 것이면 맞는 문서를 하나 더 붙여 주세요.",
    ),
    "FactsUnreadableError": same(
        "PA-106",
        "이지케어 데스크톱의 QR 코드가 아닙니다.",
        "QR 코드가 잘 보이게 다시 찍어 주세요.",
    ),
    "CertificateUnreadableError": same(
        "PA-107",
        "인증서 파일이 아닙니다.",
        "기관에서 받은 인증서 파일을 골라 주세요.",
    ),
    "EditableCopyError": same(
        "PA-140",
        "고쳐 쓰는 사본은 보관본을 남기지 않습니다.",
        "문서·인쇄에서 같은 서식을 다시 저장해 주세요.",
    ),
    "NotEditableError": same(
        "PA-141", "고쳐 쓸 수 있는 서식이 아닙니다.", "빈 서식 가운데에서 골라 주세요."
    ),
    "PaperNotKeptError": same(
        "PA-112",
        "화면으로 보기만 한 문서라 보관본이 없습니다.",
        "필요하시면 새로 만들어 주세요.",
    ),
    "PaperOfManyError": same(
        "PA-130",
        "여러 분의 이름이 든 문서라 보관본을 남기지 않습니다.",
        "필요하시면 새로 만들어 주세요.",
    ),
    "PaperCopyGoneError": same(
        "PA-113",
        "문서에 적힌 자료를 파기했거나 따로 보관해 보관본이 열리지 않습니다.",
        "지금 남은 자료로 새로 만들어 주세요.",
    ),
    "NoPacketError": same(
        "PA-123", "이분께는 한 벌로 정한 서류가 없습니다.", "서류를 하나씩 골라 인쇄해 주세요."
    ),
    "SealTooSmallError": same(
        "PA-121", "직인 그림이 너무 작습니다.", "더 크고 또렷하게 찍은 그림을 골라 주세요."
    ),
    "SealNotFoundError": same(
        "PA-122",
        "그림에서 직인을 찾지 못했습니다.",
        "흰 종이에 찍은 직인만 나오게 다시 찍어 주세요.",
    ),
    "NoSuchConsentError": same(
        "PA-111",
        "이분께는 그 동의를 받지 않습니다.",
        "다른 동의서를 고르거나 동의서 전체를 인쇄해 주세요.",
    ),
    "NoAddressesError": same(
        "PA-114",
        "라벨을 만들 주소가 없습니다.",
        "주소를 적은 분을 고르고, 이용을 멈춘 분인지 보아 주세요.",
    ),
    "PaperTooLongError": same(
        "PA-103",
        "글이 너무 길어 종이 한 칸에 담지 못했습니다.",
        "사유나 설명을 짧게 줄여 적어 주세요.",
    ),
}
