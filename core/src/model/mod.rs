//! The 15 record types of the standard and their parts, as plain serde structs.
//!
//! Deserialising accepts what the structure of the standard allows, serialising writes the canonical
//! JSON; check characters, dates against one another and the like are for [`crate::Checker`].
//!
//! ```
//! use shequ::model::{Community, CommunityKind, EntityStatus};
//! use shequ::model::{DateTime, Text};
//!
//! let community = Community::builder()
//!     .id("110101001001".parse()?)
//!     .updated_at("2026-06-30T09:00:00+08:00".parse()?)
//!     .code("110101001001".parse()?)
//!     .name("多福巷社区居委会".parse()?)
//!     .kind(CommunityKind::Urban)
//!     .status(EntityStatus::Active)
//!     .build()?;
//! assert!(serde_json::to_string(&community)?.starts_with(r#"{"id":"110101001001""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod activity;
mod agreement;
mod case;
mod community;
mod election;
mod evaluation;
mod facility;
mod organisation;
mod parts;
mod person;
mod point;
mod recognition;
mod service;
mod service_record;
mod statistics;
mod subdivision;
mod volunteer;
mod words;
mod worker;

pub use self::activity::{Activity, ActivityBuilder, ActivityView};
pub use self::agreement::{Agreement, AgreementBuilder, AgreementView};
pub use self::case::{Case, CaseBuilder, CaseView};
pub use self::community::{Community, CommunityBuilder, CommunityView};
pub use self::election::{
    Candidate, CandidateBuilder, CandidateView, Election, ElectionBuilder, ElectionView, Seat, SeatBuilder,
    SeatView,
};
pub use self::evaluation::{Evaluation, EvaluationBuilder, EvaluationView, Score, ScoreBuilder, ScoreView};
pub use self::facility::{Facility, FacilityBuilder, FacilityView, Window, WindowBuilder, WindowView};
pub use self::organisation::{
    Contact, ContactBuilder, ContactView, Organisation, OrganisationBuilder, OrganisationView, Registration,
    RegistrationBuilder, RegistrationView, Term, TermBuilder, TermView,
};
pub use self::parts::parts;
pub(crate) use self::parts::{Part, part};
pub use self::person::{Identity, IdentityBuilder, IdentityView, Training, TrainingBuilder, TrainingView};
pub use self::point::{Point, PointBuilder, PointView};
pub use self::recognition::{Recognition, RecognitionBuilder, RecognitionView};
pub use self::service::{
    Admission, AdmissionBuilder, AdmissionView, Funding, FundingBuilder, FundingView, Service,
    ServiceBuilder, ServiceView,
};
pub use self::service_record::{ServiceRecord, ServiceRecordBuilder, ServiceRecordView};
pub use self::statistics::{Statistics, StatisticsBuilder, StatisticsView};
pub use self::subdivision::{Subdivision, SubdivisionBuilder, SubdivisionView};
pub use self::volunteer::{
    Consent, ConsentBuilder, ConsentView, EmergencyContact, EmergencyContactBuilder, EmergencyContactView,
    Guardian, GuardianBuilder, GuardianView, Residence, ResidenceBuilder, ResidenceView, Volunteer,
    VolunteerBuilder, VolunteerView,
};
pub(crate) use self::words::is_field;
pub use self::worker::{Post, PostBuilder, PostView, Worker, WorkerBuilder, WorkerView};

pub use crate::codes::*;
pub use crate::field::{
    Area, Class, Count, Date, DateTime, Decimal, Extensions, FieldMeta, Hours, Latitude, List, ListView,
    Longitude, Missing, Name, Number, ObjectMeta, Ordinal, PersonName, PositiveNumber, Ratio, Record, Ref,
    Set, Shape, Slot, Text, TextError, ValueKind, Yuan,
};
