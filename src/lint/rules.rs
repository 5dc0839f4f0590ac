//! The lints, one per file, by name.

use super::Lint;

mod adequacy_missing;
mod adequacy_scope_unproven;
mod adequacy_unused;
mod client_contact_missing;
mod client_list_elsewhere;
mod client_missing;
mod client_processing_category_missing;
mod consent_withdrawal_missing;
mod controller_outside_eea;
mod derogation_compelling_undocumented;
mod derogation_public_body;
mod derogation_routine;
mod dpf_listing_old;
mod dpf_listing_unchecked;
mod dpf_no_fallback;
mod joint_arrangement_missing;
mod joint_contact_missing;
mod joint_essence_missing;
mod legal_data_old;
mod no_transfers_contradicted;
mod processor_contract_expired;
mod processor_contract_missing;
mod processor_contract_unchecked;
mod processor_country_missing;
mod processor_services_missing;
mod recipient_category_broad;
mod recipient_kind_missing;
mod recipient_unnamed;
mod recipients_missing;
mod remote_access_undeclared;
mod retention_missing;
mod retention_vague;
mod review_overdue;
mod scc_module_mismatch;
mod scc_module_missing;
mod scc_old_set;
mod sub_processor_authorisation_missing;
mod sub_processor_list_missing;
mod sub_processor_transfer_undeclared;
mod transfer_assessment_missing;
mod transfer_assessment_old;
mod transfer_authorisation_missing;
mod transfer_country_unnamed;
mod transfer_inside_eea;
mod transfer_mechanism_dead;
mod transfer_mechanism_missing;
mod transfer_undeclared;
pub(super) mod waiver_expired;
pub(super) mod waiver_unused;

/// Every lint, in the order of names.
pub static ALL: &[&Lint] = &[
    &adequacy_missing::LINT,
    &adequacy_scope_unproven::LINT,
    &adequacy_unused::LINT,
    &client_contact_missing::LINT,
    &client_list_elsewhere::LINT,
    &client_missing::LINT,
    &client_processing_category_missing::LINT,
    &consent_withdrawal_missing::LINT,
    &controller_outside_eea::LINT,
    &derogation_compelling_undocumented::LINT,
    &derogation_public_body::LINT,
    &derogation_routine::LINT,
    &dpf_listing_old::LINT,
    &dpf_listing_unchecked::LINT,
    &dpf_no_fallback::LINT,
    &joint_arrangement_missing::LINT,
    &joint_contact_missing::LINT,
    &joint_essence_missing::LINT,
    &legal_data_old::LINT,
    &no_transfers_contradicted::LINT,
    &processor_contract_expired::LINT,
    &processor_contract_missing::LINT,
    &processor_contract_unchecked::LINT,
    &processor_country_missing::LINT,
    &processor_services_missing::LINT,
    &recipient_category_broad::LINT,
    &recipient_kind_missing::LINT,
    &recipient_unnamed::LINT,
    &recipients_missing::LINT,
    &remote_access_undeclared::LINT,
    &retention_missing::LINT,
    &retention_vague::LINT,
    &review_overdue::LINT,
    &scc_module_mismatch::LINT,
    &scc_module_missing::LINT,
    &scc_old_set::LINT,
    &sub_processor_authorisation_missing::LINT,
    &sub_processor_list_missing::LINT,
    &sub_processor_transfer_undeclared::LINT,
    &transfer_assessment_missing::LINT,
    &transfer_assessment_old::LINT,
    &transfer_authorisation_missing::LINT,
    &transfer_country_unnamed::LINT,
    &transfer_inside_eea::LINT,
    &transfer_mechanism_dead::LINT,
    &transfer_mechanism_missing::LINT,
    &transfer_undeclared::LINT,
    &waiver_expired::LINT,
    &waiver_unused::LINT,
];
