//! Tests of PDFs: accepted ones, and those refused by their content.

use super::*;
use crate::samples::deflated;

/// A PDF with these objects and a trailer.
fn of(objects: &[&[u8]]) -> Vec<u8> {
    let end: &[u8] = b"trailer << /Root 1 0 R >>\n%%EOF\n";
    [&[b"%PDF-1.7\n".as_slice()], objects, &[end]].concat().concat()
}

/// An object with a stream, from its dictionary and bytes.
fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("7 0 obj << {dictionary} >>\nstream\n").as_bytes(), bytes, b"\nendstream endobj\n"].concat()
}

/// An object stream with one object.
fn packed(object: &str) -> Vec<u8> {
    let inner = deflated(format!("8 0 {object}").as_bytes());
    of(&[&stream(&format!("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {}", inner.len()), &inner)])
}

#[test]
fn what_runs_sends_or_leads_elsewhere_is_refused_however_it_is_written() {
    for object in [
        "<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
        "<< /S /J#61vaScript >>",
        "<< /AA << /O << /J#53 9 0 R >> >> >>",
        "<</A<</S/Launch/F(a.exe)>>>>",
        "<< /S /SubmitForm /F (https://ort.example) >>",
        "<< /S /ImportData /F (a.fdf) >>",
        "<< /S /GoToR /F (\\\\\\\\server\\\\a.pdf) >>",
        "<< /AcroForm << /XFA [(a) 5 0 R] >> >>",
        "<< /Type /Annot /Subtype /RichMedia >>",
        "/JavaScript",
        "[ << /Kids [ [ /JS ] ] >> ]",
    ] {
        let plain = of(&[format!("1 0 obj {object} endobj\n").as_bytes()]);
        assert_eq!(check(&plain), Err(Refusal::ActivePdf), "{object}");
        assert_eq!(check(&packed(object)), Err(Refusal::ActivePdf), "packed: {object}");
        for beginning in ["1\0 0\0obj", "1 0 % a comment\robj", "1 0\nobj%", "1 0obj"] {
            let odd = of(&[format!("{beginning}\n{object} endobj\n").as_bytes()]);
            assert_eq!(check(&odd), Err(Refusal::ActivePdf), "{beginning:?} {object}");
        }
    }
}

#[test]
fn object_that_hides_where_only_its_place_leads_is_found() {
    let active = b"5 0 obj << /S /JavaScript /JS (1) >> endobj ";
    for hidden in [
        stream("/Length 44", active),
        stream("/Filter /DCTDecode /Length 44", active),
        [b"1 0 obj (".as_slice(), active, b") endobj\n"].concat(),
        [b"%".as_slice(), active, b"\n"].concat(),
    ] {
        assert_eq!(check(&of(&[&hidden])), Err(Refusal::ActivePdf), "{}", String::from_utf8_lossy(&hidden));
    }
    // In an object stream, the positions point behind a string that never ends.
    let inner = deflated(b"8 0 9 1 (<< /S /JavaScript >>");
    let two = of(&[&stream("/N 2 /First 8 /Filter [/FlateDecode]", &inner)]);
    assert_eq!(check(&two), Err(Refusal::ActivePdf));
    assert_eq!(check(&of(&[&stream("/N 1 /First 4", b"8 0 << /S /JavaScript >>")])), Err(Refusal::ActivePdf));
}

#[test]
fn words_in_texts_and_in_packed_bytes_are_no_program() {
    let scan = [b"/JS (1) /JavaScript ".as_slice(), &[0x9c; 64], b"/EF << /Launch \n obj /JS"].concat();
    let sound = of(&[
        b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n",
        b"3 0 obj << /Title (How /JavaScript and /JS work) /Author <2f4a53> >> endobj\n",
        b"4 0 obj << /JSomething 1 /A << /S /URI /URI (https://ort.example/JS) >> >> endobj\n",
        b"5 0 obj << /S /GoTo /D [2 0 R /Fit] >> endobj\n",
        &stream("/Filter /FlateDecode /Length 110", &scan),
        &stream("/N 3 /Alternate /DeviceRGB /Filter /FlateDecode", b"a profile"),
    ]);
    assert_eq!(check(&sound), Ok(()));
    assert_eq!(check(&packed("<< /Title (/JavaScript) /Kids [1 0 R] >>")), Ok(()));
}

/// An attachment that is data is no program. It is still refused: it would evade all checks of an upload,
/// and people who hear or print a PDF never notice it. As a file of its own everybody finds it.
#[test]
fn attached_file_is_refused_by_its_name() {
    let holder: &[u8] = b"5 0 obj << /Type /EmbeddedFile /Length 3 >> stream\na;b\nendstream endobj\n";
    let named = |name: &str| {
        let spec = format!("6 0 obj << /Type /Filespec /F (x) /UF {name} /EF << /F 5 0 R >> >> endobj\n");
        check(&of(&[holder, spec.as_bytes()]))
    };
    let attached = |name: &str| Err(Refusal::AttachedFile { name: name.to_owned() });
    assert_eq!(named("(daten.csv)"), attached("daten.csv"));
    assert_eq!(named("(a\\(1\\).csv)"), attached("a(1).csv"));
    assert_eq!(named("<feff00c40062002e006300730076>"), attached("Äb.csv"));
    assert_eq!(named("(\0\x1b[31m)"), attached("[31m"));
    assert_eq!(check(&of(&[holder])), attached(""));
    assert_eq!(check(&packed("<< /F (a.xml) /EF << /F 5 0 R >> >>")), attached("a.xml"));
}

#[test]
fn what_cannot_be_looked_into_is_refused() {
    assert_eq!(check(&of(&[b"trailer << /Encrypt 9 0 R >>\n"])), Err(Refusal::LockedPdf));
    for dictionary in [
        "/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode",
        "/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]",
        "/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /ASCIIHexDecode]",
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>",
        "/Type /ObjStm /N 1 /First 9 /First 4 /Filter /FlateDecode",
        "/Type /ObjStm /Filter /FlateDecode",
    ] {
        let stream = stream(dictionary, &deflated(b"8 0 << >>"));
        assert_eq!(check(&of(&[&stream])), Err(Refusal::BrokenPdf), "{dictionary}");
    }
    let noise = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", b"noise");
    assert_eq!(check(&of(&[&noise])), Err(Refusal::BrokenPdf));
}

#[test]
fn work_is_bounded() {
    let bomb = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &deflated(&vec![b' '; 65 << 20]));
    assert!(bomb.len() < 100_000);
    assert_eq!(check(&of(&[&bomb])), Err(Refusal::Bomb));
    // Each of these continues to the end of the file: reading all of them would take quadratic time.
    let nested = b"1 0 obj (".repeat(100_000);
    assert_eq!(check(&of(&[&nested])), Err(Refusal::BrokenPdf));
    let inner = [b"8 0 ".repeat(50_000), b"(".to_vec()].concat();
    let many = stream("/Type /ObjStm /N 50000 /First 0 /Filter /FlateDecode", &deflated(&inner));
    assert!(check(&of(&[&many])).is_ok(), "numbers are short");
    let texts = [b"8 200000 ".repeat(20_000), b"(".repeat(200_000)].concat();
    let many = stream("/Type /ObjStm /N 20000 /First 0 /Filter /FlateDecode", &deflated(&texts));
    assert_eq!(check(&of(&[&many])), Err(Refusal::BrokenPdf));
}
