use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A security certificate has ended.
    ///
    /// # What it checks
    ///
    /// `certification.expires` of security measures, against the day of the run.
    ///
    /// # Why
    ///
    /// Article 5(1)(a) asks for transparency: the notice shows the certificate; and Article 32(1)(d) asks
    /// for regular evaluation of the measures.
    ///
    /// # Example
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption.certification]
    /// standard = "ISO/IEC 27001"
    /// year = 2023
    /// expires = 2026-03-31
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption.certification]
    /// standard = "ISO/IEC 27001"
    /// year = 2026
    /// expires = 2029-03-31
    /// ```
    "certificate-expired", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.security_measures.iter() {
        let Some(certificate) = entry.record.certification.get() else { continue };
        let Some(day) = certificate.expires.internal().located().filter(|day| day.value.0 < scope.as_of) else {
            continue;
        };
        report.add(
            id,
            finding(day.span, format!("the certificate of `{}` ended on {}", entry.id, day.value.0))
                .label(format!("before {}", scope.as_of))
                .help("set `year` and `expires` of the new certificate, or remove `certification`"),
        );
    }
}
