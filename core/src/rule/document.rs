//! The documents on which rules rest, each under the name by which the catalogue cites it.

use crate::Words;

/// How the clauses of a document are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbering {
    /// 三（二）, as in official opinions and notices.
    Policy,
    /// 第三条, as in laws.
    Article,
    /// Sections of a standard.
    Section,
}

/// Declares the documents: the name in the catalogue, how clauses are numbered, title and edition in
/// Chinese, title in English. The title is empty where the name says it.
macro_rules! documents {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $numbering:ident $zh:literal $edition:literal $en:literal;)*) => {
        /// A document on which rules rest.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Document {
            $($(#[$doc])* $variant,)*
        }

        impl Document {
            /// All documents in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name with number or edition, by which the catalogue cites it.
            ///
            /// ```
            /// assert_eq!(shequ::Document::Policy2009.name(), "民发〔2009〕165号");
            /// ```
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The title, without the edition.
            pub const fn title(self) -> Words {
                match self {
                    $(Self::$variant => Words::new($zh, $en),)*
                }
            }

            /// The edition of a law as citations have it: `2018年修正`; empty where there is one edition alone.
            pub const fn edition(self) -> &'static str {
                match self {
                    $(Self::$variant => $edition,)*
                }
            }

            pub(crate) const fn numbering(self) -> Numbering {
                match self {
                    $(Self::$variant => Numbering::$numbering,)*
                }
            }
        }
    };
}

documents! {
    /// Nothing but this standard.
    Standard = "shequ 1.0" Section "本标准" "" "this standard";
    /// The data model of this standard.
    Model = "shequ 1.0 MODEL" Section "本标准·数据模型" "" "this standard, data model";
    /// The code tables of this standard.
    Codes = "shequ 1.0 CODES" Section "本标准·代码表" "" "this standard, code tables";
    /// The facts of the field on which this standard rests.
    Domain = "shequ 1.0 DOMAIN" Section "本标准·领域说明" "" "this standard, notes on the domain";
    /// The policy from which this standard comes.
    Policy2009 = "民发〔2009〕165号" Policy "民政部关于进一步推进和谐社区建设工作的意见" ""
        "Opinions of the Ministry of Civil Affairs on further advancing the building of harmonious communities";
    /// The notice on names of persons in information systems.
    Names2016 = "民委发〔2016〕33号" Policy "关于在政府管理和社会公共服务信息系统中统一姓名采集应用规范的通知" ""
        "Notice on one way of recording names in the information systems of government and public services";
    /// The rules of the statistical codes of divisions.
    StatisticalCodes = "国统字〔2009〕91号" Policy "统计用区划代码和城乡划分代码编制规则" ""
        "Rules for the statistical codes of divisions and of urban and rural areas";
    /// The Civil Code.
    CivilCode = "民法典" Article "中华人民共和国民法典" "" "Civil Code";
    /// The Labour Law.
    LabourLaw = "劳动法" Article "中华人民共和国劳动法" "" "Labour Law";
    /// The Personal Information Protection Law.
    PersonalInformation = "个人信息保护法" Article "中华人民共和国个人信息保护法" "" "Personal Information Protection Law";
    /// The Organic Law of Urban Residents' Committees, the first text.
    Residents1989 = "城市居民委员会组织法（1989年）" Article "中华人民共和国城市居民委员会组织法" "1989年"
        "Organic Law of Urban Residents' Committees, 1989";
    /// The Organic Law of Urban Residents' Committees as amended in 2018.
    Residents2018 = "城市居民委员会组织法（2018年修正）" Article "中华人民共和国城市居民委员会组织法" "2018年修正"
        "Organic Law of Urban Residents' Committees, as amended in 2018";
    /// The Organic Law of Urban Residents' Committees as revised in 2025.
    Residents2025 = "城市居民委员会组织法（2025年修订）" Article "中华人民共和国城市居民委员会组织法" "2025年修订"
        "Organic Law of Urban Residents' Committees, as revised in 2025";
    /// The Organic Law of Villagers' Committees as revised in 2010.
    Villagers2010 = "村民委员会组织法（2010年修订）" Article "中华人民共和国村民委员会组织法" "2010年修订"
        "Organic Law of Villagers' Committees, as revised in 2010";
    /// The Organic Law of Villagers' Committees as amended in 2018.
    Villagers2018 = "村民委员会组织法（2018年修正）" Article "中华人民共和国村民委员会组织法" "2018年修正"
        "Organic Law of Villagers' Committees, as amended in 2018";
    /// The Organic Law of Villagers' Committees as amended in 2025.
    Villagers2025 = "村民委员会组织法（2025年修正）" Article "中华人民共和国村民委员会组织法" "2025年修正"
        "Organic Law of Villagers' Committees, as amended in 2025";
    /// The regulations on elections in the Party's primary organisations.
    PartyElections = "中国共产党基层组织选举工作条例" Article "中国共产党基层组织选举工作条例" ""
        "Regulations on Elections in Primary Organisations of the Communist Party of China";
    /// The Regulations on Voluntary Service.
    VoluntaryService = "志愿服务条例" Article "志愿服务条例" "" "Regulations on Voluntary Service";
    /// The measures for recording and certifying voluntary service.
    ServiceRecords2020 = "志愿服务记录与证明出具办法（试行）（民政部令第67号）" Article "志愿服务记录与证明出具办法（试行）" "民政部令第67号"
        "Measures for Recording and Certifying Voluntary Service (trial), order 67 of the Ministry of Civil Affairs";
    /// The regulations on the registration of societies.
    Societies2016 = "社会团体登记管理条例（2016年修订）" Article "社会团体登记管理条例" "2016年修订"
        "Regulations on the Registration of Social Organisations, as revised in 2016";
    /// The measures for codes of administrative divisions.
    DivisionCodes = "行政区划代码管理办法（民政部令第79号）" Article "行政区划代码管理办法" "民政部令第79号"
        "Measures for Division Codes, order 79 of the Ministry of Civil Affairs";
    /// Identity numbers.
    Gb11643 = "GB 11643-1999" Section "公民身份号码" "" "Citizen identification number";
    /// Organisation codes.
    Gb11714 = "GB 11714-1997" Section "全国组织机构代码编制规则" "" "Rules of coding for the representation of organisations";
    /// The coded character set.
    Gb18030 = "GB 18030-2022" Section "信息技术 中文编码字符集" "" "Chinese coded character set";
    /// Unified social credit codes.
    Gb32100 = "GB 32100-2015" Section "法人和其他组织统一社会信用代码编码规则" ""
        "Coding rule of the unified social credit identifier";
    /// Codes of administrative divisions.
    Gb2260 = "GB/T 2260" Section "中华人民共和国行政区划代码" "" "Codes for the administrative divisions of China";
    /// Dates and times.
    Gb7408 = "GB/T 7408.1-2023" Section "日期和时间 信息交换表示法" ""
        "Date and time, representations for information interchange";
    /// JSON.
    Rfc8259 = "RFC 8259" Section "" "" "The JavaScript Object Notation data interchange format";
    /// Dates and times on the Internet.
    Rfc3339 = "RFC 3339" Section "" "" "Date and time on the Internet";
}

impl Document {
    /// Whether a rule that rests on nothing else may be changed by a profile: the standard's own word, and practice.
    pub(crate) const fn is_adjustable(self) -> bool {
        matches!(self, Self::Standard | Self::Domain)
    }

    /// Whether this is a page of the standard itself.
    pub(crate) const fn is_own(self) -> bool {
        matches!(self, Self::Standard | Self::Model | Self::Codes | Self::Domain)
    }
}
