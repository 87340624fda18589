//! The inverse of a small matrix.

use super::EPSILON;

/// The inverse of a square matrix by Gauss-Jordan elimination with the largest pivots; `None` if it is
/// singular.
pub(super) fn inverted(mut square: Vec<f64>, rows: usize) -> Option<Vec<f64>> {
    let mut inverse = vec![0.0; rows * rows];
    (0..rows).for_each(|row| inverse[row * rows + row] = 1.0);
    for column in 0..rows {
        let size = |row: &usize| square[row * rows + column].abs();
        let pivot = (column..rows).max_by(|one, other| size(one).total_cmp(&size(other)))?;
        if size(&pivot) < EPSILON {
            return None;
        }
        for entry in 0..rows {
            square.swap(column * rows + entry, pivot * rows + entry);
            inverse.swap(column * rows + entry, pivot * rows + entry);
        }
        let divisor = square[column * rows + column];
        for entry in 0..rows {
            square[column * rows + entry] /= divisor;
            inverse[column * rows + entry] /= divisor;
        }
        for row in (0..rows).filter(|row| *row != column) {
            let factor = square[row * rows + column];
            if factor == 0.0 {
                continue;
            }
            for entry in 0..rows {
                square[row * rows + entry] -= factor * square[column * rows + entry];
                inverse[row * rows + entry] -= factor * inverse[column * rows + entry];
            }
        }
    }
    Some(inverse)
}
