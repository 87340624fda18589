//! Every page with forced colours.

use browser::{Media, Visit, checks, record};
use newsroom::checked::Check;

#[tokio::test(flavor = "multi_thread")]
async fn with_forced_colours_links_marks_and_shapes_still_tell_apart() {
    let visit = Visit::start().await;
    visit.browser.show(Media::ForcedColours).await;
    let (views, findings) = visit.look(checks::forced).await;
    visit.end().await;
    record::settle(Check::Forced, views, findings);
}
