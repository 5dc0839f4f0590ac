use crate::law::{self, Role};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::Kind;
use crate::record::transfer::Mechanism;

declare_lint! {
    /// The module of standard contractual clauses does not fit the roles of those who signed it.
    ///
    /// # What it checks
    ///
    /// `module` of transfers that name `scc`: a record in `processors` receives data as a processor (2 or 3), one
    /// in `recipients` as a controller (1 or 4), and in a client processing we send as a processor (3 or 4).
    ///
    /// # Why
    ///
    /// The modules of Implementing Decision (EU) 2021/914 are made for these roles; clauses of the wrong module
    /// are not the safeguard of Article 46(2)(c).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// module = 1
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// module = 2
    /// ```
    "scc-module-mismatch", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let mut seats = scope.registry.controllers.iter().filter_map(|(id, _)| scope.seat(id));
    let has_controller_outside = seats.any(|country| scope.outside_eea(country));
    for transfer in scope.transfers() {
        if transfer.names(Mechanism::Scc).is_none() {
            continue;
        }
        let Some(written) = transfer.row.value.module.internal().located() else { continue };
        let (role, fits, help): (_, fn(&law::SccModule) -> bool, _) = match transfer.node.kind {
            Kind::Processor => (
                "a processor receives the data",
                |module| module.importer == Role::Processor,
                "check which module was signed: 2 if we send the data, 3 if a processor of ours does; who decides on purposes itself belongs into `recipients`",
            ),
            Kind::Recipient => (
                "a controller receives the data",
                |module| module.importer == Role::Controller,
                "check which module was signed: 1 from controller to controller; who acts on our instructions belongs into `processors`",
            ),
            _ => (
                "we send the data as a processor",
                |module| module.exporter == Role::Processor,
                "check which module was signed: 3 to a sub-processor, 4 back to the client",
            ),
        };
        let number = *written.value;
        let module = u8::try_from(number).ok().and_then(law::scc_module);
        // To a controller outside the EEA our own processor sends data back.
        let goes_back = module.is_some_and(|module| module.exporter == Role::Processor) && has_controller_outside;
        if module.is_some_and(fits) || goes_back {
            continue;
        }
        let label = match module {
            Some(module) => format!("{role}, and module {number} goes {}", direction(module)),
            None => "the clauses have modules 1 to 4".to_owned(),
        };
        report.add(
            transfer.node,
            finding(written.span, format!("module {number} does not fit {}", scope.transfer_name(transfer)))
                .label(label)
                .help(help),
        );
    }
}

fn direction(module: &law::SccModule) -> String {
    let name = |role: Role| match role {
        Role::Controller => "controller",
        Role::Processor => "processor",
    };
    format!("from {} to {}", name(module.exporter), name(module.importer))
}
