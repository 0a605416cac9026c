"""Hostile and odd files, made on the spot. CANARY stands for what must not stay."""

import base64
import io
import zlib

import pikepdf
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

CANARY = b"CANARY-37.5-127.0"
SIDE = (300, 200)


def jpeg(*, turned: int = 1, progressive: bool = False) -> bytes:
    """Return a photo with place, maker, a comment, and an archive behind its end."""
    exif = Image.Exif()
    exif[0x010F] = CANARY.decode()
    exif[0x0112] = turned
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (37.0, 30.0, 0.0)
    out = io.BytesIO()
    noise().save(out, "JPEG", exif=exif, comment=CANARY, progressive=progressive)
    return out.getvalue() + b"PK\x03\x04" + CANARY


def png() -> bytes:
    told = PngInfo()
    told.add_text("place", CANARY.decode())
    told.add_itxt("XML:com.adobe.xmp", CANARY.decode())
    out = io.BytesIO()
    Image.new("RGBA", SIDE, "teal").save(out, "PNG", pnginfo=told)
    return out.getvalue() + CANARY


def flood() -> bytes:
    """Return a small PNG that says it is 50,000 pixels wide and high."""
    head = b"IHDR" + (50_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    chunk = (13).to_bytes(4, "big") + head + zlib.crc32(head).to_bytes(4, "big")
    body = b"IDAT" + zlib.compress(bytes(1000))
    data = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    end = b"\x00\x00\x00\x00IEND\xaeB`\x82"
    return b"\x89PNG\r\n\x1a\n" + chunk + data + end


def noise() -> Image.Image:
    return Image.effect_noise(SIDE, 60).convert("RGB")


def photo_with(words: str) -> bytes:
    """Return a photo of paper with words on it."""
    picture = Image.new("RGB", SIDE, "white")
    ImageDraw.Draw(picture).text((20, 80), words, fill="black", font_size=30)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


def new_pdf() -> pikepdf.Pdf:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=SIDE)
    return pdf


def bytes_of(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def jpeg2000() -> bytes:
    """Return a photo with a box that tells where it was taken."""
    out = io.BytesIO()
    noise().save(out, "JPEG2000")
    told = (8 + len(CANARY)).to_bytes(4, "big") + b"xml " + CANARY
    whole = out.getvalue()
    at = whole.index(b"jp2h") - 4
    return whole[:at] + told + whole[at:] + told


def wrapped_pdf(photo: bytes, *filters: str) -> bytes:
    """Return a PDF with a photo as it is wrapped by these filters, the outermost first."""
    for name in reversed(filters[:-1]):
        photo = _WRAPPED[name](photo)
    pdf = new_pdf()
    picture = pdf.make_stream(
        photo,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=SIDE[0],
        Height=SIDE[1],
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
    )
    picture.write(photo, filter=pikepdf.Array([pikepdf.Name(f"/{each}") for each in filters]))
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
    pdf.pages[0].Contents = pdf.make_stream(b"q 300 0 0 200 0 0 cm /I Do Q")
    as_is = pikepdf.StreamDecodeLevel.none
    return bytes_of(pdf, compress_streams=False, stream_decode_level=as_is)


def drawn_pdf(*, in_form: bool) -> bytes:
    """Return a PDF with a photo inside its drawing, or inside that of a form which it uses."""
    photo = jpeg()
    head = f"q 300 0 0 200 0 0 cm BI /W {SIDE[0]} /H {SIDE[1]} /CS /RGB /BPC 8 /F /DCT ID "
    drawing = head.encode() + photo + b" EI Q"
    pdf = new_pdf()
    if in_form:
        form = pdf.make_stream(drawing, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        drawing = b"q /F Do Q"
    pdf.pages[0].Contents = pdf.make_stream(drawing)
    return bytes_of(pdf)


_WRAPPED = {
    "ASCII85Decode": lambda photo: base64.a85encode(photo) + b"~>",
    "ASCIIHexDecode": lambda photo: photo.hex().encode() + b">",
    "FlateDecode": zlib.compress,
    "Fl": zlib.compress,
}


def telling_pdf() -> bytes:
    """Return a PDF that tells of itself, with a photo that tells where it was taken."""
    pdf = new_pdf()
    pdf.docinfo["/Author"] = CANARY.decode()
    pdf.Root.Metadata = pdf.make_stream(CANARY, Type=pikepdf.Name.Metadata)
    pdf.pages[0].PieceInfo = pikepdf.Dictionary(Who=pikepdf.String(CANARY.decode()))
    width, height = SIDE
    picture = pdf.make_stream(
        jpeg(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
    pdf.pages[0].Contents = pdf.make_stream(b"q 300 0 0 200 0 0 cm /I Do Q")
    return bytes_of(pdf) + CANARY


def pdf_with_words(words: str, *, hidden: str = "") -> bytes:
    """Return a PDF with words that are seen, and words that are only in its text layer."""
    pdf = new_pdf()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    text = f"BT /F 24 Tf 20 100 Td ({words}) Tj ET BT 3 Tr /F 9 Tf 20 20 Td ({hidden}) Tj ET"
    pdf.pages[0].Contents = pdf.make_stream(text.encode())
    return bytes_of(pdf, compress_streams=False)


def scripted() -> bytes:
    pdf = new_pdf()
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.OpenAction = action
    return bytes_of(pdf)


def launching() -> bytes:
    pdf = new_pdf()
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)
    pdf.pages[0].Annots = pikepdf.Array([link])
    return bytes_of(pdf)


def carrying() -> bytes:
    pdf = new_pdf()
    pdf.attachments["list.exe"] = b"MZ"
    return bytes_of(pdf)


def locked() -> bytes:
    return bytes_of(new_pdf(), encryption=pikepdf.Encryption(owner="one", user="two"))


def bomb() -> bytes:
    """Return a PDF of half a megabyte whose page unfolds to 500 MB: the same block again."""
    pdf = new_pdf()
    folding = zlib.compressobj(9)
    head = folding.compress(b"") + folding.flush(zlib.Z_FULL_FLUSH)
    block = folding.compress(bytes(1_000_000)) + folding.flush(zlib.Z_FULL_FLUSH)
    page = pdf.make_stream(b"")
    page.write(head + block * 500, filter=pikepdf.Name.FlateDecode)
    pdf.pages[0].Contents = page
    return bytes_of(pdf, compress_streams=False)


def huge_page() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(14_400, 14_400))
    return bytes_of(pdf)
