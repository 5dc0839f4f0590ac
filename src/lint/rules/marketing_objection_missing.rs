use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::controller::{ContactUse, Controller};

declare_lint! {
    /// There is direct marketing, and nothing says how people stop it.
    ///
    /// # What it checks
    ///
    /// Purposes with `direct-marketing = true`: a controller of the activity says so in `marketing.opt-out`, or has a
    /// contact point with `uses = ["marketing-opt-out"]`. Consent with `consent.withdraw` is enough where it is the
    /// only basis.
    ///
    /// # Why
    ///
    /// Article 21(2) and (3) let everybody stop direct marketing at any time; Article 12(2) has the controller ease
    /// it, and Article 13 of Directive 2002/58/EC asks for a free and easy way in each message.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.marketing, shop.contacts.privacy.uses
    /// [shop.contacts.privacy]
    /// uses = ["requests", "questions", "complaints"]
    ///
    /// # legal-bases.toml
    /// [customer-news]
    /// title = "News to customers"
    /// article = "6(1)(f)"
    /// interests = ["tell customers about books like those they bought"]
    ///
    /// [customer-news.assessment]
    /// date = 2026-02-01
    /// necessity = "Nothing lighter reaches them."
    /// result = "One letter a year; customers expect it."
    /// reference = "assessments/news.md"
    ///
    /// # activities/orders.toml
    /// [purposes.news]
    /// title = "write to you once a year about books like those you bought"
    /// legal-bases = ["customer-news"]
    /// direct-marketing = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.marketing]
    /// opt-out = ["by writing to privacy@example.com"]
    ///
    /// # legal-bases.toml
    /// [customer-news]
    /// title = "News to customers"
    /// article = "6(1)(f)"
    /// interests = ["tell customers about books like those they bought"]
    ///
    /// [customer-news.assessment]
    /// date = 2026-02-01
    /// necessity = "Nothing lighter reaches them."
    /// result = "One letter a year; customers expect it."
    /// reference = "assessments/news.md"
    ///
    /// # activities/orders.toml
    /// [purposes.news]
    /// title = "write to you once a year about books like those you bought"
    /// legal-bases = ["customer-news"]
    /// direct-marketing = true
    /// ```
    "marketing-objection-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let Some(marketing) = purpose.row.value.direct_marketing.located().filter(|one| *one.value) else { continue };
        let controllers = &purpose.activity.links.controllers.values;
        let bases = scope.bases_of(&purpose);
        let can_withdraw = !bases.is_empty()
            && bases.iter().all(|one| {
                let consent = one.entry.record.consent.get();
                one.ground() == Some(Ground::Consent) && consent.is_some_and(|consent| !consent.withdraw.is_absent())
            });
        if can_withdraw
            || controllers.is_empty()
            || controllers.iter().any(|id| says_how(&scope.registry.controllers[*id].record))
        {
            continue;
        }
        let controller = controllers.first().map(|id| &scope.registry.controllers[*id]);
        let found =
            finding(marketing.span, format!("nothing says how people stop `purposes.{}`", purpose.row.key.name))
                .label("direct marketing");
        let found = controller.iter().fold(found, |found, one| {
            found.related(one.record.name.span().unwrap_or(one.at), "says nothing of opting out")
        });
        report.add(
            purpose.id,
            found.help("add `marketing.opt-out` to the controller; each completes \"You can stop it ...\""),
        );
    }
}

fn says_how(record: &Controller) -> bool {
    record.marketing.get().is_some_and(|marketing| !marketing.opt_out.is_empty())
        || record.contacts.iter().any(|row| row.value.uses.iter().any(|one| *one == ContactUse::MarketingOptOut))
        || record.dpo.get().is_some_and(|dpo| dpo.uses.iter().any(|one| *one == ContactUse::MarketingOptOut))
}
