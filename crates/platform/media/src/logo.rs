//! The logo of the initiative, as far as the public may see its pictures.

use db::{Conn, Result};
use web::initiative::Logo;
use web::{LogoPicture, ShownLogo};

use crate::medium::FileType;
use crate::picture::Picture;
use crate::{serve, store};

/// The pictures of a logo that pages show: those that are public and whose bytes are there. `None` without the one for light
/// ground, because nothing else stands for the initiative on it.
///
/// # Errors
/// If the database fails.
pub async fn shown_logo(conn: &mut Conn<'_>, logo: &Logo) -> Result<Option<ShownLogo>> {
    let slugs: Vec<&str> = logo.slugs().map(base::Slug::as_str).collect();
    let mut pictures = store::pictures(conn, &slugs).await?;
    for slug in slugs {
        if !store::has_bytes(conn, slug).await? {
            pictures.remove(slug);
        }
    }
    let shown = |slug: &base::Slug| pictures.get(slug.as_str()).and_then(logo_picture);
    let dark = logo.dark.as_ref().and_then(shown);
    Ok(shown(&logo.light).map(|light| ShownLogo { light, dark }))
}

/// A picture as one of a logo. Its sizes are those as WebP, which keep what is transparent. `None` if it has none.
pub fn logo_picture(picture: &Picture) -> Option<LogoPicture> {
    let largest = picture.sizes.last().filter(|largest| largest.width > 0 && largest.height > 0)?;
    let size = |nominal: i64| u32::try_from(nominal).unwrap_or_default();
    let address = |nominal| serve::image_address(&picture.slug, size(nominal), FileType::Webp);
    Some(LogoPicture {
        sizes: picture.sizes.iter().map(|size| (address(size.nominal), size.width)).collect(),
        width: largest.width,
        height: largest.height,
    })
}
