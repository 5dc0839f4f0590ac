use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::notice::NoticeRight;
use crate::view::notice::tells;

declare_lint! {
    /// Profiles serve marketing, and the rights of the notice leave out the objection that needs no reason.
    ///
    /// # What it checks
    ///
    /// Notices with `rights` of their own, without `object-marketing`, that tell of an activity with
    /// `profiling.used = true` and a purpose with `direct-marketing = true`.
    ///
    /// # Why
    ///
    /// Article 21(2) lets people object to direct marketing at any time and for no reason, profiling included;
    /// Article 21(4) asks to tell them so. Stopping the messages does not stop the profile.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [profiling]
    /// used = true
    /// method = "rank the subjects of books by the links you open"
    /// inputs = ["the links you open"]
    /// effect = "You get news about those subjects first."
    ///
    /// # notices.toml
    /// [website]
    /// rights = ["access", "rectification", "erasure", "restriction", "portability", "withdraw-consent", "complaint"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [profiling]
    /// used = true
    /// method = "rank the subjects of books by the links you open"
    /// inputs = ["the links you open"]
    /// effect = "You get news about those subjects first."
    ///
    /// # notices.toml
    /// [website]
    /// rights = [
    ///     "access", "rectification", "erasure", "restriction",
    ///     "portability", "withdraw-consent", "object-marketing", "complaint",
    /// ]
    /// ```
    ///
    /// # Limits
    ///
    /// A notice without `rights` tells those that follow from its activities, this one among them.
    "profiling-objection-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, notice) in scope.registry.notices.iter() {
        let Some(rights) = notice.record.rights.span() else { continue };
        if notice.record.rights.iter().any(|right| *right == NoticeRight::ObjectMarketing) {
            continue;
        }
        let profiled = scope.activities().find_map(|(_, activity)| {
            let used = activity.record.profiling.get()?.used.located().filter(|one| *one.value)?;
            let markets = activity.record.purposes.iter().any(|row| row.value.direct_marketing.is_true());
            (markets && tells(notice, activity)).then_some((activity, used.span))
        });
        let Some((activity, used)) = profiled else { continue };
        report.add(
            id,
            finding(rights, format!("`{}` does not tell that people can object to profiles for marketing", notice.id))
                .label("no `object-marketing` here")
                .related(used, format!("`{}` makes profiles and sends marketing", activity.id))
                .help("add `\"object-marketing\"` to `rights`"),
        );
    }
}
