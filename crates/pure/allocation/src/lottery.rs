//! Lots, which decide between equals, drawn from the published seed.

/// The lot of a person: the same on every machine for the same seed and id. The order in a file does
/// not matter.
///
/// FNV-1a over the id (Fowler, Noll, Vo), stirred by the finaliser of `SplitMix64` (Steele, Lea, Flood: Fast
/// splittable pseudorandom number generators, OOPSLA 2014).
pub(crate) fn lot(seed: u64, id: &str) -> u64 {
    let start = stir(seed ^ 0xcbf2_9ce4_8422_2325);
    stir(id.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

pub(crate) fn stir(mut bits: u64) -> u64 {
    bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lots_never_change_and_differ_by_seed_and_person() {
        assert_eq!(lot(7, "p1"), lot(7, "p1"));
        assert_ne!(lot(7, "p1"), lot(8, "p1"));
        assert_ne!(lot(7, "p1"), lot(7, "p2"));
    }
}
