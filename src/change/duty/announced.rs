//! Whether people have time before a change takes effect.

use crate::record::notice::Notice;

/// Whether a notice was published anew since and takes effect on a later day than it was published.
///
/// How long before people are told depends on the change (WP260 rev.01, paragraph 30, speaks of well in advance and
/// names no number of days), so that any later day counts here.
pub fn leaves_time(before: Option<&Notice>, after: &Notice) -> bool {
    let day = |notice: &Notice| notice.updated.get().map(|date| date.0);
    let is_new = before.is_none_or(|before| day(after) > day(before));
    let effective = after.effective.get().map(|date| date.0);
    is_new && effective > day(after)
}
