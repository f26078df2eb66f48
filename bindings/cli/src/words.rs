//! The Chinese of what may be asked; the English stands beside each argument in `arguments.rs`.

/// What an argument is called and what it does: its command and its id, the name of its value, the text.
pub(crate) type Row = (&'static str, &'static str, &'static str, &'static str);

/// What each command does.
pub(crate) const COMMANDS: [(&str, &str); 13] = [
    ("shequ", "按照社区治理数据标准（shequ 1.0）核查数据"),
    ("check", "核查记录文件或文件夹，指出先改什么"),
    ("pack", "把记录文件夹打成带清单的数据包（zip）"),
    ("verify", "核验数据包：清单、摘要和数目，不核查记录内容"),
    ("explain", "解释一条规则：核查什么、依据什么、怎样改正"),
    ("rules", "列出全部规则"),
    ("codes", "列出代码表，或某个代码表的全部代码"),
    ("dictionary", "数据字典：列出记录类型、某类记录的字段，或某个字段的全部说明"),
    ("schema", "输出某类记录或核查报告的JSON Schema"),
    ("ids", "解读证件号码、统一社会信用代码、区划代码等；个人号码遮盖显示"),
    ("gen", "生成一个虚构省份的数据，可带有已知的问题"),
    ("completions", "输出命令行补全脚本"),
    ("help", "显示某个命令的用法"),
];

/// The arguments of each command.
pub(crate) const ARGUMENTS: &[Row] = &[
    ("shequ", "lang", "语言", "提示和报告所用的语言"),
    ("check", "paths", "路径", "文件或文件夹（含其中的子文件夹）；- 表示标准输入"),
    ("check", "kind", "类型", "全部输入的记录类型，如 volunteer 或 志愿者；不写则由文件名判断"),
    ("check", "as_of", "日期", "基准日，写成 YYYY-MM-DD；不写则为当天（东八区）"),
    (
        "check",
        "scope",
        "范围",
        "核查范围：record 只核查每条记录，dataset 还核查记录之间的关系；不写则文件夹、数据包和多个文件按 dataset",
    ),
    ("check", "memory", "大小", "核查记录之间的关系时最多占用的内存，如 512M、2G；超出的写入临时文件"),
    ("check", "form", "形式", "JSON的排列方式：ndjson 每行一条，array 数组，record 单条；auto 由内容判断"),
    ("check", "format", "形式", "报告的形式：text 供人阅读，json 供程序读取，html 为网页"),
    ("check", "limit", "N", "每条规则最多保留多少处问题，0 为全部；计数始终准确"),
    ("check", "causes", "N", "文本报告最多列出多少类问题，0 为全部"),
    ("check", "places", "N", "文本报告中每类问题最多列出多少处，0 为全部"),
    ("check", "columns", "N", "文本报告的列宽；不写则随终端，不在终端时为80列"),
    ("check", "verbose", "", "文本报告列出全部文件和各代码表的版次"),
    ("check", "threads", "N", "核查线程数；不写则按本机处理器"),
    ("check", "divisions", "文件", "区划代码表：code、name、from、to、successors 各列"),
    ("check", "select", "前缀", "只核查编号以此开头的规则；可多次使用"),
    ("check", "ignore", "规则", "不核查某条规则（限标准允许的）；可多次使用"),
    ("check", "severity", "规则=级别", "改变规则的级别，如 COM004=info；可多次使用"),
    (
        "check",
        "rule",
        "规则.参数=数值",
        "设置规则的参数，如 VOL005.thresholds=100,200,500,800,1000；可多次使用",
    ),
    ("check", "rules_url", "网址", "规则页面的网址，{rule} 代表规则编号；没有 {rule} 时在其后加“/编号.md”"),
    ("check", "fail_on", "级别", "有不低于此级别的问题时以1退出"),
    ("check", "allow_empty", "", "一条记录也没有时不以3退出"),
    ("check", "color", "时机", "是否使用颜色：auto 仅在终端中使用，always 总是使用，never 不使用"),
    ("check", "baseline", "报告", "以前的JSON核查报告；只有其中没有的问题才使命令以1退出"),
    ("check", "max_files", "N", "数据包最多可有多少个文件"),
    ("check", "max_expansion", "N", "数据包解压后最多可为原来的多少倍"),
    ("check", "max_bytes", "字节数", "数据包解压后最多可有多少字节"),
    ("pack", "folder", "文件夹", "存放记录文件的文件夹；其中已有清单的，沿用其中的说明"),
    ("pack", "out", "文件", "写入的zip文件；同名的数据包会被替换"),
    ("pack", "publisher", "代码", "发布单位的统一社会信用代码；不写则取全部记录共同的来源单位"),
    ("pack", "name", "名称", "数据包名称；不写则为 shequ- 加基准日"),
    ("pack", "as_of", "日期", "数据的基准日，写成 YYYY-MM-DD；不写则取最后一次更新的日期"),
    ("pack", "created", "时间", "制作时间，如 2026-06-30T09:00:00+08:00；不写则取最后一次更新的时间"),
    (
        "pack",
        "class",
        "级别",
        "允许包含的最高级别：public、internal、personal、sensitive；不写则为实际包含的最高级别",
    ),
    ("verify", "path", "数据包", "带 datapackage.json 的文件夹，或zip文件"),
    ("explain", "rule", "规则", "规则的编号或名称，如 IDN001"),
    ("rules", "format", "形式", "目录的形式：text 供终端，json 供程序读取，md 为Markdown，html 为网页"),
    ("codes", "table", "代码表", "代码表名，如 education；不写则列出全部代码表"),
    ("codes", "format", "形式", "页面的形式：text 供终端，json 供程序读取，md 为Markdown，html 为网页"),
    ("dictionary", "kind", "类型", "记录类型，如 volunteer；不写则列出全部记录类型"),
    ("dictionary", "field", "字段", "其中的字段，如 identity.number"),
    ("dictionary", "format", "形式", "页面的形式：text 供终端，json 供程序读取，md 为Markdown，html 为网页"),
    ("schema", "kind", "类型", "记录类型，如 volunteer；或 report（核查报告）、package（数据包清单）"),
    ("schema", "base_uri", "网址", "$id 的开头"),
    ("gen", "out", "文件夹", "写入的文件夹，每类记录一个NDJSON文件"),
    ("gen", "communities", "N", "社区数，最多100000"),
    ("gen", "volunteers_per_community", "N", "每个社区的志愿者数；人员总数最多一千万"),
    ("gen", "seed", "S", "种子；种子相同，生成的文件相同"),
    ("gen", "as_of", "日期", "基准日，写成 YYYY-MM-DD；数据在这一天是正确的"),
    ("gen", "defects", "比例", "带有问题的记录所占比例，0至1；ledger.json 列出应当查出的全部问题"),
    ("gen", "threads", "N", "线程数；生成的文件与线程数无关"),
    ("gen", "force", "", "文件夹不为空时照样写入，覆盖原有文件"),
    ("ids", "values", "号码", "证件号码、信用代码、区划代码、电话等；- 表示从标准输入读取，每行一个"),
    ("ids", "file", "文件", "从文件读取，每行一个；号码因此不会留在命令历史中"),
    ("ids", "show_values", "", "显示号码本身，不遮盖"),
    ("completions", "shell", "SHELL", "所用的命令行解释器"),
    ("help", "command", "命令", "命令名"),
];

/// The row of an argument; the options that every command has stand under `shequ`.
pub(crate) fn row(command: &str, id: &str) -> Option<&'static Row> {
    let find = |command: &str| ARGUMENTS.iter().find(|row| row.0 == command && row.1 == id);
    find(command).or_else(|| find("shequ")).or_else(|| find("check"))
}
