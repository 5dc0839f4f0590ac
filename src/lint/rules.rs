//! The lints, one per file, by name.

use super::Lint;

mod adequacy_missing;
mod adequacy_scope_unproven;
mod adequacy_unused;
mod adm_logic_empty;
mod adm_no_gateway;
mod adm_no_human_review;
mod adm_special_data;
mod adm_undisclosed;
mod anonymise_is_pseudonymise;
mod answer_time_missing;
mod art14_timing_missing;
mod automation_unstated;
mod certificate_expired;
mod child_age_missing;
mod child_age_too_low;
mod client_contact_missing;
mod client_list_elsewhere;
mod client_missing;
mod client_processing_category_missing;
mod client_transfers_unstated;
mod collection_point_data_missing;
mod collection_point_data_undeclared;
mod collection_point_mandatory_unmarked;
mod collection_point_notice_missing;
mod collection_point_notice_silent;
mod collection_point_without_activity;
mod complaint_authority_missing;
mod complaint_places_missing;
mod consent_beside_other_basis;
mod consent_cases_open;
mod consent_in_imbalance;
mod consent_many_purposes;
mod consent_mechanism_missing;
mod consent_opt_out;
mod consent_proof_missing;
mod consent_tied_to_contract;
mod consent_withdrawal_missing;
mod contract_beside_non_party;
mod contract_for_ads_or_analytics;
mod contract_not_party;
mod controller_contact_missing;
mod controller_contact_single;
mod controller_missing;
mod controller_outside_eea;
mod cookie_basis_not_consent;
mod cookie_choice_missing;
mod cookie_consent_unstated;
mod cookie_exempt_doubtful;
mod cookie_lifetime_missing;
mod cookie_no_consent;
mod cookie_provider_not_recipient;
mod cookie_purpose_missing;
mod criminal_data_no_authority;
mod criminal_data_untagged;
mod data_catch_all;
mod data_category_items_missing;
mod data_missing;
mod data_not_linked_to_subjects;
mod derogation_compelling_undocumented;
mod derogation_public_body;
mod derogation_routine;
mod device_access_unlisted;
mod disclosure_consent_unrecorded;
mod disclosure_data_unstated;
mod disclosure_necessity_unstated;
mod disclosure_purpose_missing;
mod dpf_listing_old;
mod dpf_listing_unchecked;
mod dpf_no_fallback;
mod dpia_missing;
mod dpia_missing_35_3;
mod dpia_negative_unreasoned;
mod dpia_no_dpo_advice;
mod dpia_screening_missing;
mod dpia_stale;
mod dpo_conflict;
mod dpo_contact_not_published;
mod dpo_holder_missing;
mod dpo_missing_public_body;
mod dpo_not_notified;
mod dpo_undecided;
mod erasure_method_missing;
mod id_copy_kept;
mod identity_check_unreasoned;
mod joint_arrangement_missing;
mod joint_contact_missing;
mod joint_controller_contact_missing;
mod joint_essence_missing;
mod legal_bases_pooled;
mod legal_basis_article_missing;
mod legal_basis_uncited;
mod legal_basis_unexplained;
mod legal_data_old;
mod legal_obligation_foreign;
mod legitimate_interest_balancing_stale;
mod legitimate_interest_no_balancing;
mod legitimate_interest_public_body;
mod legitimate_interest_unnamed;
mod legitimate_interest_vague;
mod mandatory_data_unmarked;
mod mandatory_field_is_link;
mod marketing_objection_missing;
mod marketing_unflagged;
mod national_id_without_law;
mod no_transfers_contradicted;
mod notice_activity_untold;
mod notice_changes_untold;
mod notice_child_age_missing;
mod notice_exemption_mismatch;
mod notice_exemption_unreasoned;
mod notice_item_missing;
mod notice_missing;
mod notice_older_than_register;
mod notice_undated;
mod notice_weasel_words;
mod observed_data_as_indirect;
mod owner_missing;
mod processor_contract_expired;
mod processor_contract_missing;
mod processor_contract_unchecked;
mod processor_country_missing;
mod processor_seat_missing;
mod processor_services_missing;
mod profiling_objection_missing;
mod profiling_unexplained;
mod prose_hedged;
mod prose_long_sentence;
mod prose_passive;
mod public_body_unstated;
mod purpose_missing;
mod purpose_vague;
mod purpose_without_basis;
mod recipient_category_broad;
mod recipient_category_missing;
mod recipient_kind_missing;
mod recipient_on_instructions;
mod recipient_unnamed;
mod recipients_missing;
mod record_unused;
mod refusal_consequence_missing;
mod refusal_untold;
mod remote_access_undeclared;
mod remote_access_unstated;
mod representative_contact_missing;
mod representative_missing;
mod representative_wrong_state;
mod request_asks_much;
mod retention_empty;
mod retention_indefinite;
mod retention_law_unnamed;
mod retention_missing;
mod retention_no_trigger;
mod retention_not_per_category;
mod retention_stages_broken;
mod retention_unjustified;
mod retention_vague;
mod review_missing;
mod review_overdue;
mod right_missing;
mod right_not_available;
mod rights_channel_missing;
mod scale_unstated;
mod scc_module_mismatch;
mod scc_module_missing;
mod scc_old_set;
mod security_missing;
mod security_objective_missing;
mod security_special_no_encryption;
mod security_test_missing;
mod security_vague;
mod source_missing;
mod source_publicity_missing;
mod special_condition_uncited;
mod special_condition_without_article_6;
mod special_data_inferred;
mod special_data_no_condition;
mod special_data_untagged;
mod sub_processor_authorisation_missing;
mod sub_processor_change_unannounced;
mod sub_processor_list_mismatch;
mod sub_processor_list_missing;
mod sub_processor_transfer_undeclared;
mod sub_processor_undated;
mod sub_processor_unnamed;
mod subjects_missing;
mod subjects_without_data;
mod system_country_missing;
mod system_outside_eea;
mod term_undefined;
mod title_or_gender_needless;
mod transfer_assessment_missing;
mod transfer_assessment_old;
mod transfer_authorisation_missing;
mod transfer_copy_missing;
mod transfer_country_unnamed;
mod transfer_documents_missing;
mod transfer_inside_eea;
mod transfer_mechanism_dead;
mod transfer_mechanism_missing;
mod transfer_undeclared;
mod vulnerable_not_flagged;
pub(super) mod waiver_expired;
pub(super) mod waiver_unused;

/// Every lint, in the order of names.
pub static ALL: &[&Lint] = &[
    &adequacy_missing::LINT,
    &adequacy_scope_unproven::LINT,
    &adequacy_unused::LINT,
    &adm_logic_empty::LINT,
    &adm_no_gateway::LINT,
    &adm_no_human_review::LINT,
    &adm_special_data::LINT,
    &adm_undisclosed::LINT,
    &anonymise_is_pseudonymise::LINT,
    &answer_time_missing::LINT,
    &art14_timing_missing::LINT,
    &automation_unstated::LINT,
    &certificate_expired::LINT,
    &child_age_missing::LINT,
    &child_age_too_low::LINT,
    &client_contact_missing::LINT,
    &client_list_elsewhere::LINT,
    &client_missing::LINT,
    &client_processing_category_missing::LINT,
    &client_transfers_unstated::LINT,
    &collection_point_data_missing::LINT,
    &collection_point_data_undeclared::LINT,
    &collection_point_mandatory_unmarked::LINT,
    &collection_point_notice_missing::LINT,
    &collection_point_notice_silent::LINT,
    &collection_point_without_activity::LINT,
    &complaint_authority_missing::LINT,
    &complaint_places_missing::LINT,
    &consent_beside_other_basis::LINT,
    &consent_cases_open::LINT,
    &consent_in_imbalance::LINT,
    &consent_many_purposes::LINT,
    &consent_mechanism_missing::LINT,
    &consent_opt_out::LINT,
    &consent_proof_missing::LINT,
    &consent_tied_to_contract::LINT,
    &consent_withdrawal_missing::LINT,
    &contract_beside_non_party::LINT,
    &contract_for_ads_or_analytics::LINT,
    &contract_not_party::LINT,
    &controller_contact_missing::LINT,
    &controller_contact_single::LINT,
    &controller_missing::LINT,
    &controller_outside_eea::LINT,
    &cookie_basis_not_consent::LINT,
    &cookie_choice_missing::LINT,
    &cookie_consent_unstated::LINT,
    &cookie_exempt_doubtful::LINT,
    &cookie_lifetime_missing::LINT,
    &cookie_no_consent::LINT,
    &cookie_provider_not_recipient::LINT,
    &cookie_purpose_missing::LINT,
    &criminal_data_no_authority::LINT,
    &criminal_data_untagged::LINT,
    &data_catch_all::LINT,
    &data_category_items_missing::LINT,
    &data_missing::LINT,
    &data_not_linked_to_subjects::LINT,
    &derogation_compelling_undocumented::LINT,
    &derogation_public_body::LINT,
    &derogation_routine::LINT,
    &device_access_unlisted::LINT,
    &disclosure_consent_unrecorded::LINT,
    &disclosure_data_unstated::LINT,
    &disclosure_necessity_unstated::LINT,
    &disclosure_purpose_missing::LINT,
    &dpf_listing_old::LINT,
    &dpf_listing_unchecked::LINT,
    &dpf_no_fallback::LINT,
    &dpia_missing::LINT,
    &dpia_missing_35_3::LINT,
    &dpia_negative_unreasoned::LINT,
    &dpia_no_dpo_advice::LINT,
    &dpia_screening_missing::LINT,
    &dpia_stale::LINT,
    &dpo_conflict::LINT,
    &dpo_contact_not_published::LINT,
    &dpo_holder_missing::LINT,
    &dpo_missing_public_body::LINT,
    &dpo_not_notified::LINT,
    &dpo_undecided::LINT,
    &erasure_method_missing::LINT,
    &id_copy_kept::LINT,
    &identity_check_unreasoned::LINT,
    &joint_arrangement_missing::LINT,
    &joint_contact_missing::LINT,
    &joint_controller_contact_missing::LINT,
    &joint_essence_missing::LINT,
    &legal_bases_pooled::LINT,
    &legal_basis_article_missing::LINT,
    &legal_basis_uncited::LINT,
    &legal_basis_unexplained::LINT,
    &legal_data_old::LINT,
    &legal_obligation_foreign::LINT,
    &legitimate_interest_balancing_stale::LINT,
    &legitimate_interest_no_balancing::LINT,
    &legitimate_interest_public_body::LINT,
    &legitimate_interest_unnamed::LINT,
    &legitimate_interest_vague::LINT,
    &mandatory_data_unmarked::LINT,
    &mandatory_field_is_link::LINT,
    &marketing_objection_missing::LINT,
    &marketing_unflagged::LINT,
    &national_id_without_law::LINT,
    &no_transfers_contradicted::LINT,
    &notice_activity_untold::LINT,
    &notice_changes_untold::LINT,
    &notice_child_age_missing::LINT,
    &notice_exemption_mismatch::LINT,
    &notice_exemption_unreasoned::LINT,
    &notice_item_missing::LINT,
    &notice_missing::LINT,
    &notice_older_than_register::LINT,
    &notice_undated::LINT,
    &notice_weasel_words::LINT,
    &observed_data_as_indirect::LINT,
    &owner_missing::LINT,
    &processor_contract_expired::LINT,
    &processor_contract_missing::LINT,
    &processor_contract_unchecked::LINT,
    &processor_country_missing::LINT,
    &processor_seat_missing::LINT,
    &processor_services_missing::LINT,
    &profiling_objection_missing::LINT,
    &profiling_unexplained::LINT,
    &prose_hedged::LINT,
    &prose_long_sentence::LINT,
    &prose_passive::LINT,
    &public_body_unstated::LINT,
    &purpose_missing::LINT,
    &purpose_vague::LINT,
    &purpose_without_basis::LINT,
    &recipient_category_broad::LINT,
    &recipient_category_missing::LINT,
    &recipient_kind_missing::LINT,
    &recipient_on_instructions::LINT,
    &recipient_unnamed::LINT,
    &recipients_missing::LINT,
    &record_unused::LINT,
    &refusal_consequence_missing::LINT,
    &refusal_untold::LINT,
    &remote_access_undeclared::LINT,
    &remote_access_unstated::LINT,
    &representative_contact_missing::LINT,
    &representative_missing::LINT,
    &representative_wrong_state::LINT,
    &request_asks_much::LINT,
    &retention_empty::LINT,
    &retention_indefinite::LINT,
    &retention_law_unnamed::LINT,
    &retention_missing::LINT,
    &retention_no_trigger::LINT,
    &retention_not_per_category::LINT,
    &retention_stages_broken::LINT,
    &retention_unjustified::LINT,
    &retention_vague::LINT,
    &review_missing::LINT,
    &review_overdue::LINT,
    &right_missing::LINT,
    &right_not_available::LINT,
    &rights_channel_missing::LINT,
    &scale_unstated::LINT,
    &scc_module_mismatch::LINT,
    &scc_module_missing::LINT,
    &scc_old_set::LINT,
    &security_missing::LINT,
    &security_objective_missing::LINT,
    &security_special_no_encryption::LINT,
    &security_test_missing::LINT,
    &security_vague::LINT,
    &source_missing::LINT,
    &source_publicity_missing::LINT,
    &special_condition_uncited::LINT,
    &special_condition_without_article_6::LINT,
    &special_data_inferred::LINT,
    &special_data_no_condition::LINT,
    &special_data_untagged::LINT,
    &sub_processor_authorisation_missing::LINT,
    &sub_processor_change_unannounced::LINT,
    &sub_processor_list_mismatch::LINT,
    &sub_processor_list_missing::LINT,
    &sub_processor_transfer_undeclared::LINT,
    &sub_processor_undated::LINT,
    &sub_processor_unnamed::LINT,
    &subjects_missing::LINT,
    &subjects_without_data::LINT,
    &system_country_missing::LINT,
    &system_outside_eea::LINT,
    &term_undefined::LINT,
    &title_or_gender_needless::LINT,
    &transfer_assessment_missing::LINT,
    &transfer_assessment_old::LINT,
    &transfer_authorisation_missing::LINT,
    &transfer_copy_missing::LINT,
    &transfer_country_unnamed::LINT,
    &transfer_documents_missing::LINT,
    &transfer_inside_eea::LINT,
    &transfer_mechanism_dead::LINT,
    &transfer_mechanism_missing::LINT,
    &transfer_undeclared::LINT,
    &vulnerable_not_flagged::LINT,
    &waiver_expired::LINT,
    &waiver_unused::LINT,
];
