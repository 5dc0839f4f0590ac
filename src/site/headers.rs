//! What a web server should send with the pages, as files for those that read them.
//!
//! Pages need nothing but their own style sheet, script and pictures, so the policy can be strict:
//! what somebody smuggles into a page does not run, and nothing is asked of another host.

use super::SiteError;
use super::order::Order;
use crate::theme::Side;

/// The Content-Security-Policy of both sites. Scripts and styles are files beside the page; the
/// script of the notice fetches other pages of it.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Names and values for every file of a site.
pub fn headers(side: Side) -> Vec<(&'static str, &'static str)> {
    let both = [
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ];
    // The register is for those who keep it: no search engine lists it, no cache on the way keeps it.
    let register = [("X-Robots-Tag", "noindex, nofollow"), ("Cache-Control", "private, no-store")];
    both.into_iter().chain(register.into_iter().filter(|_| side == Side::Internal)).collect()
}

/// Offers a `_headers` file in each site, which Netlify, Cloudflare Pages and others read, and a
/// snippet for nginx beside the sites.
pub(super) fn render(order: &Order<'_>) -> Result<(), SiteError> {
    for (name, side) in [("public", Side::Public), ("internal", Side::Internal)] {
        order.offer(&format!("{name}/_headers"), || Ok(for_hosts(side)))?;
        order.offer(&format!("nginx/{name}.conf"), || Ok(for_nginx(side)))?;
    }
    Ok(())
}

fn for_hosts(side: Side) -> String {
    let lines = headers(side).into_iter().map(|(name, value)| format!("  {name}: {value}\n"));
    std::iter::once("/*\n".to_owned()).chain(lines).collect()
}

fn for_nginx(side: Side) -> String {
    let lines = headers(side).into_iter().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n"));
    let how = "# Include this in the `location` that serves the folder beside it, where no other add_header stands.\n";
    std::iter::once(how.to_owned()).chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::{Side, for_hosts, for_nginx};

    #[test]
    fn both_forms_hold_the_policy_and_no_value_breaks_its_line() {
        for side in [Side::Public, Side::Internal] {
            let (hosts, nginx) = (for_hosts(side), for_nginx(side));
            assert!(hosts.starts_with("/*\n  Content-Security-Policy: default-src 'none';"), "{hosts}");
            assert!(nginx.contains("add_header Content-Security-Policy \"default-src 'none';"), "{nginx}");
            assert!(!hosts.contains("unsafe") && !hosts.contains('"'), "{hosts}");
            assert_eq!(hosts.contains("noindex"), side == Side::Internal);
            assert!(nginx.lines().skip(1).all(|line| line.matches('"').count() == 2 && line.ends_with("always;")));
        }
    }
}
