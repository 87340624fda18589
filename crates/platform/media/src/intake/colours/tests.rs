//! Profiles that say what colours mean, and such that say nothing.

use moxcms::curve_from_gamma;
use proptest::prelude::*;

use super::*;
use crate::intake::{Taken, bare, decode, inspect, sniff};
use crate::samples::with_profile;

const SIDE: u32 = 32;

/// Strong colours, soft ones, a grey, and two that sRGB does not have.
const COLOURS: [[u8; 3]; 7] =
    [[180, 90, 60], [60, 120, 200], [128, 128, 128], [240, 230, 210], [20, 40, 30], [255, 0, 0], [0, 255, 40]];

fn encoded(profile: &ColorProfile) -> Vec<u8> {
    profile.encode().unwrap()
}

fn plain(colour: [u8; 3]) -> Vec<u8> {
    colour.repeat((SIDE * SIDE) as usize)
}

fn raster(pixels: Vec<u8>) -> Raster {
    let channels = pixels.len() / (SIDE * SIDE) as usize;
    Raster::new(SIDE, SIDE, channels, pixels).unwrap()
}

fn png(pixels: &[u8], profile: &[u8]) -> Vec<u8> {
    let mut info = png::Info::with_size(SIDE, SIDE);
    let is_transparent = pixels.len() == (4 * SIDE * SIDE) as usize;
    info.color_type = if is_transparent { png::ColorType::Rgba } else { png::ColorType::Rgb };
    info.bit_depth = png::BitDepth::Eight;
    info.icc_profile = Some(profile.into());
    let mut file = Vec::new();
    let mut writer = png::Encoder::with_info(&mut file, info).unwrap().write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    file
}

fn webp(pixels: &[u8], profile: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = image_webp::WebPEncoder::new(&mut file);
    encoder.set_icc_profile(profile.to_vec());
    encoder.encode(pixels, SIDE, SIDE, image_webp::ColorType::Rgb8).unwrap();
    file
}

fn jpeg(pixels: &[u8], profile: &[u8]) -> Vec<u8> {
    let (mut file, side) = (Vec::new(), u16::try_from(SIDE).unwrap());
    let encoder = jpeg_encoder::Encoder::new(&mut file, 100);
    encoder.encode(pixels, side, side, jpeg_encoder::ColorType::Rgb).unwrap();
    with_profile(&file, profile)
}

fn decoded(file: &[u8]) -> Raster {
    decode::decode(file, &sniff::found(file)).unwrap()
}

fn first(raster: &Raster) -> [u8; 3] {
    raster.pixels()[..3].try_into().unwrap()
}

fn linear(byte: u8) -> f64 {
    let part = f64::from(byte) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of one becomes a byte")]
fn byte(linear: f64) -> u8 {
    let part = linear.clamp(0.0, 1.0);
    let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
    (part * 255.0).round() as u8
}

fn times(matrix: [[f64; 3]; 3], colour: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(colour).map(|(one, other)| one * other).sum())
}

/// From Display P3 to XYZ and from there to sRGB, as the standard of style sheets prints them (CSS Color 4).
const P3_TO_XYZ: [[f64; 3]; 3] = [
    [0.486_570_948_648_216_2, 0.265_667_693_169_093_06, 0.198_217_285_234_362_5],
    [0.228_974_564_069_748_8, 0.691_738_521_836_506_4, 0.079_286_914_093_745],
    [0.0, 0.045_113_381_858_902_64, 1.043_944_368_900_976],
];
const XYZ_TO_SRGB: [[f64; 3]; 3] = [
    [3.240_969_941_904_522_6, -1.537_383_177_570_094, -0.498_610_760_293_003_4],
    [-0.969_243_636_280_879_6, 1.875_967_501_507_720_2, 0.041_555_057_407_175_59],
    [0.055_630_079_696_993_66, -0.203_976_958_888_976_52, 1.056_971_514_242_878_6],
];

fn p3_in_srgb(colour: [u8; 3]) -> [u8; 3] {
    times(XYZ_TO_SRGB, times(P3_TO_XYZ, colour.map(linear))).map(byte)
}

#[track_caller]
fn assert_near(colour: [u8; 3], expected: [u8; 3], by: u8, of: &str) {
    let is_near = colour.iter().zip(expected).all(|(one, other)| one.abs_diff(other) <= by);
    assert!(is_near, "{of}: {colour:?} instead of {expected:?}");
}

#[test]
fn colours_of_display_p3_become_those_of_srgb() {
    let profile = encoded(&ColorProfile::new_display_p3());
    assert_eq!(p3_in_srgb([180, 90, 60]), [193, 83, 51], "the same by another way: the matrix from Display P3 to sRGB");
    for colour in COLOURS {
        let (pixels, expected) = (plain(colour), p3_in_srgb(colour));
        for (kind, file) in [("png", png(&pixels, &profile)), ("webp", webp(&pixels, &profile))] {
            assert_near(first(&decoded(&file)), expected, 2, kind);
        }
        // The file itself may round each number up or down.
        assert_near(first(&decoded(&jpeg(&pixels, &profile))), expected, 3, "jpeg");
    }
}

#[test]
fn what_is_kept_of_a_wide_picture_has_its_colours_and_no_profile() {
    let colour = [180, 90, 60];
    let file = png(&plain(colour), &encoded(&ColorProfile::new_display_p3()));
    let Taken::Image(image) = inspect(file, &base::file_name::FileName::of("a.png")).unwrap() else {
        panic!("no picture")
    };
    for one in image.sizes {
        assert!(bare::file_type(&one.bytes).is_some(), "there is more than the picture");
        assert_near(first(&decoded(&one.bytes)), p3_in_srgb(colour), 4, one.file_type.code());
    }
}

#[test]
fn transparency_stays_as_it_is() {
    let pixels: Vec<u8> = (0..SIDE * SIDE).flat_map(|at| [180, 90, 60, at.to_le_bytes()[0]]).collect();
    let raster = decoded(&png(&pixels, &encoded(&ColorProfile::new_display_p3())));
    for (pixel, before) in raster.pixels().chunks_exact(4).zip(pixels.chunks_exact(4)) {
        assert_eq!(pixel[3], before[3]);
        assert_near([pixel[0], pixel[1], pixel[2]], p3_in_srgb([180, 90, 60]), 2, "beside transparency");
    }
}

#[test]
fn picture_in_srgb_is_not_touched() {
    let pixels: Vec<u8> = (0..3 * SIDE * SIDE).map(|at| (at * 7_919).to_le_bytes()[0]).collect();
    let same = to_srgb(raster(pixels.clone()), Some(&encoded(&ColorProfile::new_srgb())));
    assert_eq!(same.pixels(), pixels);
    assert_eq!(to_srgb(raster(pixels.clone()), None).pixels(), pixels);
}

#[test]
fn greys_follow_the_curve_of_a_grey_profile_and_colours_do_not() {
    let profile = encoded(&ColorProfile::new_gray_with_gamma(1.8));
    for grey in [0, 40, 128, 200, 255] {
        let expected = byte((f64::from(grey) / 255.0).powf(1.8));
        assert_near(first(&to_srgb(raster(plain([grey; 3])), Some(&profile))), [expected; 3], 2, "grey");
    }
    let colour = to_srgb(raster(plain([200, 100, 50])), Some(&profile));
    assert_eq!(first(&colour), [200, 100, 50], "the profile belongs to something else");
}

#[test]
fn profile_that_is_of_no_use_changes_nothing() {
    let wide = encoded(&ColorProfile::new_display_p3());
    let mut inks = wide.clone();
    inks[16..20].copy_from_slice(b"CMYK");
    let large = [wide.as_slice(), &vec![0; LARGEST_PROFILE]].concat();
    for (of, profile) in
        [("nothing", Vec::new()), ("text", b"no profile".repeat(100)), ("of inks", inks), ("too large", large)]
    {
        assert_eq!(first(&to_srgb(raster(plain([180, 90, 60])), Some(&profile))), [180, 90, 60], "{of}");
    }
    let picture = png(&plain([180, 90, 60]), &wide[..wide.len() / 3]);
    assert_eq!(first(&decoded(&picture)), [180, 90, 60], "the picture itself is sound");
}

#[test]
fn profile_whose_curve_is_absurd_still_gives_a_picture() {
    for gamma in [0.0, 1e-6, 1e6, f32::NAN] {
        let mut profile = ColorProfile::new_display_p3();
        profile.red_trc = Some(curve_from_gamma(gamma));
        if let Ok(profile) = profile.encode() {
            assert_eq!(to_srgb(raster(plain([180, 90, 60])), Some(&profile)).height(), SIDE);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    /// Profiles with bytes that somebody changed, or without their end.
    #[test]
    fn no_profile_breaks_a_picture(
        which in 0..4_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        end in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let profiles = [
            ColorProfile::new_display_p3(),
            ColorProfile::new_adobe_rgb(),
            ColorProfile::new_pro_photo_rgb(),
            ColorProfile::new_gray_with_gamma(2.2),
        ];
        let mut profile = encoded(&profiles[which]);
        for (at, byte) in changes {
            let at = at.index(profile.len());
            profile[at] = byte;
        }
        if is_cut {
            profile.truncate(end.index(profile.len()));
        }
        let picture = to_srgb(raster(plain([90; 3])), Some(&profile));
        prop_assert_eq!((picture.width(), picture.height()), (SIDE, SIDE));
    }
}
