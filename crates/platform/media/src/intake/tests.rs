//! Tests of the intake: accepted uploads, refused ones, and bounded memory.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use super::*;
use crate::samples::{
    PRIVATE, archive, docx, docx_bomb, drawing, film, film_of, pdf, photo, png_bomb, progressive, with_profile,
};

fn inspected(bytes: Vec<u8>, name: &str) -> Result<Taken, Refusal> {
    inspect(bytes, &FileName::of(name))
}

fn image(bytes: Vec<u8>, name: &str) -> Image {
    match inspected(bytes, name) {
        Ok(Taken::Image(image)) => image,
        other => panic!("{name} is {other:?}"),
    }
}

fn refusal(bytes: impl Into<Vec<u8>>, name: &str) -> Refusal {
    inspected(bytes.into(), name).expect_err(name)
}

/// The type, size, width and height of each rendition.
fn sizes(image: &Image) -> Vec<(FileType, u32, u32, u32)> {
    image.sizes.iter().map(|one| (one.file_type, one.size, one.width, one.height)).collect()
}

/// The colour of a pixel, as the type's decoder reads it.
fn colour(rendition: &Rendition, x: u32, y: u32) -> [u8; 3] {
    let raster = decode::decode(&rendition.bytes, &sniff::found(&rendition.bytes)).unwrap().on(PAPER);
    assert_eq!((raster.width(), raster.height()), (rendition.width, rendition.height));
    let at = ((y * raster.width() + x) * 3) as usize;
    raster.pixels()[at..at + 3].try_into().unwrap()
}

fn is_near(colour: [u8; 3], expected: [u8; 3]) -> bool {
    colour.iter().zip(expected).all(|(one, other)| one.abs_diff(other) < 24)
}

const RED: [u8; 3] = [220, 30, 30];
const BLUE: [u8; 3] = [30, 30, 220];

#[test]
fn photo_becomes_three_sizes_in_two_types() {
    let image = image(photo(2400, 1600, 1), "DSC_1.JPG");
    assert_eq!(image.whole, FileType::Jpg);
    let expected: Vec<_> = [(1920, 1280), (960, 640), (480, 320)]
        .into_iter()
        .flat_map(|(width, height)| [FileType::Webp, FileType::Jpg].map(|kind| (kind, width, width, height)))
        .collect();
    assert_eq!(sizes(&image), expected);
    for one in &image.sizes {
        assert_eq!(sniff::found(&one.bytes).ending(), one.file_type.code());
        let (left, right, below) = (one.width / 4, one.width * 3 / 4, one.height * 3 / 4);
        assert!(is_near(colour(one, left, below), RED) && is_near(colour(one, right, below), BLUE), "{}", one.width);
        assert!(is_near(colour(one, left, one.height / 8), [255; 3]), "{}", one.width);
    }
}

#[test]
fn nothing_but_the_picture_gets_through() {
    let upload = photo(600, 400, 1);
    let said = |bytes: &[u8], words: &str| sniff::contains(bytes, words.as_bytes());
    assert!(PRIVATE.iter().all(|words| said(&upload, words)), "the sample tells nothing");
    let read = exif::Reader::new().read_from_container(&mut Cursor::new(&upload)).unwrap();
    assert!(read.fields().any(|field| field.tag.context() == exif::Context::Gps), "the sample has no place");
    for one in image(upload, "a.jpg").sizes {
        assert!(!PRIVATE.iter().any(|words| said(&one.bytes, words)));
        assert!(exif::Reader::new().read_from_container(&mut Cursor::new(&one.bytes)).is_err());
        assert_eq!(bare::file_type(&one.bytes), Some(one.file_type));
    }
}

#[test]
fn photo_stands_as_the_camera_was_held() {
    // Turned by a quarter: the bottom is now on the left.
    let image = image(photo(600, 400, 6), "hochkant.jpg");
    assert_eq!(sizes(&image)[0], (FileType::Webp, 480, 400, 600));
    let upright = &image.sizes[0];
    assert!(is_near(colour(upright, 350, 100), [255; 3]), "the upper quarter is on the right");
    assert!(is_near(colour(upright, 100, 100), RED) && is_near(colour(upright, 100, 500), BLUE));
}

#[test]
fn transparency_stays_in_webp_and_is_paper_in_jpeg() {
    let image = image(drawing(500, 200), "logo.png");
    assert_eq!(image.whole, FileType::Webp);
    let (webp, jpeg) = (&image.sizes[0], &image.sizes[1]);
    assert_eq!((webp.width, jpeg.width), (500, 500));
    assert!(decode::decode(&webp.bytes, &sniff::Found::Webp).unwrap().has_alpha());
    assert!(is_near(colour(jpeg, 100, 100), PAPER) && is_near(colour(jpeg, 400, 100), [10, 80, 102]));
}

#[test]
fn of_a_film_the_first_picture_is_shown() {
    let image = image(film(64), "tanz.gif");
    assert_eq!(sizes(&image), [(FileType::Webp, 480, 64, 64), (FileType::Jpg, 480, 64, 64)]);
    assert!(is_near(colour(&image.sizes[1], 10, 10), RED));
}

#[test]
fn ending_of_a_picture_need_not_be_the_right_one_but_must_be_that_of_a_picture() {
    assert_eq!(image(photo(64, 64, 1), "von-der-kamera").whole, FileType::Jpg);
    assert_eq!(image(photo(64, 64, 1), "a.png").whole, FileType::Jpg);
    let refused = refusal(photo(64, 64, 1), "bericht.pdf");
    assert_eq!(refused, Refusal::Mismatch { ending: "pdf".to_owned(), found: "jpg" });
}

#[test]
fn what_is_two_things_at_once_is_refused() {
    let photo = photo(64, 64, 1);
    let behind = |more: &str| [photo.as_slice(), more.as_bytes()].concat();
    for more in ["<script>alert(1)</script>", "<!DOCTYPE html><p>", "<HTML>", "<?php system('ls');", "%PDF-1.7\n%%EOF"]
    {
        assert_eq!(refusal(behind(more), "a.jpg"), Refusal::Hidden, "{more}");
    }
    assert_eq!(refusal(*b"GIF89a/*<svg/onload=alert(1)>*/=1;alert(1)", "a.gif"), Refusal::Hidden);
    // A script that begins like a GIF: `=1` and `;a` would be its width and height.
    assert_eq!(refusal(*b"GIF89a=1;alert(document.domain)", "a.gif"), Refusal::TooManyPixels);
    let active = pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
    assert_eq!(refusal(active.clone(), "name.jpg"), Refusal::ActivePdf);
    assert_eq!(refusal(active, "name.pdf"), Refusal::ActivePdf);
    assert_eq!(refusal(pdf(""), "name.jpg"), Refusal::Mismatch { ending: "jpg".to_owned(), found: "pdf" });
    assert_eq!(refusal(pdf("/OpenAction << /S /J#61vaScript >>"), "a.pdf"), Refusal::ActivePdf);
    assert_eq!(refusal([b"<!-- -->".as_slice(), &pdf("")].concat(), "a.pdf"), Refusal::WebPage);
}

#[test]
fn drawings_pages_and_programs_are_refused_whatever_they_are_called() {
    let svg =
        "<?xml version='1.0'?>\n<!-- a -->\n<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("<svg onload=alert(1)>".bytes().flat_map(|byte| [byte, 0])).collect();
    for (bytes, expected) in [
        (svg.as_bytes(), Refusal::Svg),
        ("\u{feff} \n<SVG onload=alert(1)>".as_bytes(), Refusal::Svg),
        (b"<html><body>a", Refusal::WebPage),
        (b"  <p>a</p>", Refusal::WebPage),
        (b"#!/bin/sh\nrm -rf /\n", Refusal::Program),
        (&[b"\x7fELF\x02\x01\x01".as_slice(), &[0; 60]].concat(), Refusal::Program),
        (&[b"MZ\x90\0\x03".as_slice(), &[0; 60]].concat(), Refusal::Program),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Refusal::Heic),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 doc", Refusal::OldOffice),
        (b"BM\x46\0\0\0\0\0\0\0", Refusal::OtherImage),
        (b"II*\0\x08\0\0\0\0\0\0\0\0\0\0\0", Refusal::OtherImage),
        (b"Rar!\x1a\x07\x00", Refusal::Archive),
        (b"ID3\x03\0\0\0\0", Refusal::Recording),
        (b"\x01\x02\x03\x04", Refusal::Unknown),
        (b"", Refusal::Empty),
    ] {
        for name in ["a.jpg", "a.svg", "a.pdf", "a.txt", "a"] {
            assert_eq!(refusal(bytes, name), expected, "{name} {:?}", String::from_utf8_lossy(bytes));
        }
    }
    assert!(matches!(refusal(utf16, "a.txt"), Refusal::Svg | Refusal::Unknown));
}

#[test]
fn office_files_are_what_they_say_and_hold_no_program() {
    let open = |mimetype: &str| archive(&[("mimetype", mimetype.as_bytes()), ("content.xml", b"<a/>")]);
    for (bytes, file_type) in [
        (docx(b"<w/>"), FileType::Docx),
        (archive(&[("[Content_Types].xml", b"<T/>"), ("xl/workbook.xml", b"<w/>")]), FileType::Xlsx),
        (archive(&[("[Content_Types].xml", b"<T/>"), ("ppt/presentation.xml", b"<w/>")]), FileType::Pptx),
        (open(FileType::Odt.media_type()), FileType::Odt),
        (open(FileType::Ods.media_type()), FileType::Ods),
        (open(FileType::Odp.media_type()), FileType::Odp),
        (pdf(""), FileType::Pdf),
        ("Ä;b\r\n1;2\n".into(), FileType::Csv),
        ("Größe\n".into(), FileType::Txt),
    ] {
        let name = format!("Protokoll.{file_type}");
        assert_eq!(inspected(bytes.clone(), &name), Ok(Taken::File(file_type, bytes.clone())), "{name}");
        let refused = refusal(bytes, "Protokoll.exe");
        assert!(matches!(refused, Refusal::Mismatch { .. }), "{refused:?}");
    }
    let with = |part: &str| archive(&[("[Content_Types].xml", b"<T/>"), ("word/document.xml", b"<w/>"), (part, b"x")]);
    for part in ["word/vbaProject.bin", "word/activeX/activeX1.xml", "a/setup.EXE"] {
        assert_eq!(refusal(with(part), "a.docx"), Refusal::Macros, "{part}");
    }
    assert_eq!(refusal(archive(&[("a.txt", b"a")]), "a.docx"), Refusal::Archive);
    assert_eq!(refusal(*b"PK\x03\x04 broken", "a.docx"), Refusal::BrokenOffice);
    assert_eq!(refusal(*b"Gr\xf6\xdfe;1\n", "a.csv"), Refusal::Encoding);
    assert_eq!(refusal(*b"%PDF-1.7 cut", "a.pdf"), Refusal::BrokenPdf);
}

/// Memory is measured for the whole process, so tests that take much of it come one after the other, as uploads do.
fn turn() -> impl Drop {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The peak memory of this process so far, in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().unwrap_or_default() * 1024
}

#[test]
fn bombs_are_refused_within_bounded_memory() {
    let _turn = turn();
    let png = png_bomb(60_000, 60_000);
    assert!(png.len() < 100_000, "{} bytes", png.len());
    let office = docx_bomb(200);
    assert!(office.len() < 300_000, "{} bytes", office.len());
    let mut webp = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".to_vec();
    webp.extend([0xff, 0xff, 0x3f, 0xff, 0xff, 0x3f]);
    let mut jpeg = photo(64, 64, 1);
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    let mut gif = film(8);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    let before = peak();
    assert_eq!(refusal(png, "a.png"), Refusal::TooManyPixels);
    assert_eq!(refusal(jpeg, "a.jpg"), Refusal::TooManyPixels);
    assert_eq!(refusal(gif, "a.gif"), Refusal::TooManyPixels);
    assert!(matches!(refusal(webp, "a.webp"), Refusal::TooManyPixels | Refusal::BrokenImage));
    assert_eq!(refusal(office, "bericht.docx"), Refusal::Bomb);
    let grown = peak().saturating_sub(before);
    assert!(grown < 16 << 20, "{grown} bytes more");
}

#[test]
fn archive_that_says_less_than_it_holds_is_found_out() {
    let mut office = docx_bomb(40);
    // Every size of 40 MB in the archive is replaced by 10 bytes.
    let size = (40_u32 << 20).to_le_bytes();
    let places: Vec<usize> =
        office.windows(4).enumerate().filter(|(_, four)| *four == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        office[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert_eq!(refusal(office, "a.docx"), Refusal::Bomb);
}

#[test]
fn too_large_and_too_narrow_are_refused() {
    let mut large = photo(64, 64, 1);
    large.resize(LARGEST_IMAGE + 1, 0);
    assert_eq!(refusal(large, "a.jpg"), Refusal::TooLarge { most: 20 });
    assert_eq!(refusal(vec![b'a'; LARGEST_FILE + 1], "a.txt"), Refusal::TooLarge { most: 30 });
    assert_eq!(refusal(photo(900, 100, 1), "a.jpg"), Refusal::TooNarrow);
    assert_eq!(image(photo(700, 100, 1), "a.jpg").sizes.len(), 4);
}

#[test]
fn largest_camera_picture_is_taken_within_bounded_memory() {
    let _turn = turn();
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let image = image(with_profile(&photo(8160, 6120, 1), &profile), "a.jpg");
    assert_eq!(sizes(&image)[0], (FileType::Webp, 1920, 1920, 1440));
    assert!(peak() < 300 << 20, "{} MB", peak() >> 20);
}

#[test]
fn picture_that_is_built_up_in_passes_has_a_lower_limit() {
    let _turn = turn();
    assert_eq!(refusal(progressive(6_001, 4_000), "a.jpg"), Refusal::TooManyAtOnce);
    assert_eq!(sizes(&image(progressive(6_000, 4_000), "a.jpg"))[0], (FileType::Webp, 1920, 1920, 1280));
    assert!(peak() < 300 << 20, "{} MB", peak() >> 20);
}

#[test]
fn small_file_of_many_pixels_takes_no_more_memory_than_a_large_photo() {
    let _turn = turn();
    let (width, height) = (4_900, 4_890);
    let small = film_of(width, height);
    assert!(small.len() < 200_000, "{} bytes", small.len());
    assert_eq!(refusal(film_of(7_000, 7_000), "a.gif"), Refusal::TooManyAtOnce);
    let before = peak();
    assert_eq!(sizes(&image(small, "a.gif"))[0], (FileType::Webp, 1920, 1920, 1916));
    let grown = peak().saturating_sub(before);
    assert!(grown < 200 << 20, "{} MB more", grown >> 20);
}

#[test]
fn narrow_picture_of_many_pixels_takes_no_more_memory_either() {
    let _turn = turn();
    let small = film_of(1_733, 13_848);
    let before = peak();
    assert_eq!(sizes(&image(small, "a.gif"))[0], (FileType::Webp, 960, 866, 6_924));
    let grown = peak().saturating_sub(before);
    assert!(grown < 200 << 20, "{} MB more", grown >> 20);
}

#[test]
fn jpeg_whose_colours_come_one_after_the_other_is_one_in_passes() {
    let frame = |marker: u8, colours: u8| [[0xff, marker, 0, 17, 8, 0, 9, 0, 9, colours].as_slice(), &[0; 9]].concat();
    let scan = |colours: u8| [0xff, 0xda, 0, 12, colours].to_vec();
    let file = |parts: [Vec<u8>; 2]| [b"\xff\xd8\xff\xe0\0\x04ab".to_vec(), parts.concat()].concat();
    assert!(!bare::is_in_passes(&file([frame(0xc0, 3), scan(3)])));
    assert!(bare::is_in_passes(&file([frame(0xc0, 3), scan(1)])));
    assert!(bare::is_in_passes(&file([frame(0xc2, 3), scan(3)])));
    assert!(!bare::is_in_passes(b"\xff\xd8"));
}

#[test]
fn our_own_picture_is_kept_as_it_is() {
    for (upload, name) in [(photo(2400, 1600, 1), "a.jpg"), (drawing(700, 300), "a.png")] {
        let first = image(upload, name);
        let whole = first.sizes.iter().find(|one| one.file_type == first.whole).unwrap().bytes.clone();
        let kept = take_kept(whole.clone(), &FileName::of(&format!("a.{}", first.whole))).unwrap();
        let Taken::Image(second) = kept else { panic!("no picture") };
        assert_eq!(sizes(&second), sizes(&first));
        assert_eq!(second.sizes.iter().find(|one| one.file_type == first.whole).unwrap().bytes, whole);
    }
}

#[test]
fn foreign_picture_of_a_folder_is_written_anew() {
    for upload in [photo(600, 400, 6), photo(2400, 1600, 1)] {
        let Taken::Image(image) = take_kept(upload.clone(), &FileName::of("a.jpg")).unwrap() else {
            panic!("no picture")
        };
        assert!(image.sizes.iter().all(|one| one.bytes != upload));
        assert!(!image.sizes.iter().any(|one| sniff::contains(&one.bytes, PRIVATE[0].as_bytes())));
    }
}
