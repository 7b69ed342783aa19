// Types of the scripts of penalties: what their data file says, and what comes out of it.

/** A row as `duizhao inspect --json` gives it, without what is empty, and with the words that show it. */
type PenaltyRow = {
  id: string;
  kind: string;
  cond?: string[];
  /** The same if all of them must hold. */
  cond_all?: string[];
  /** `inclusive` where 以下 includes the figure, or 超過 does not; `of` where it is not the illegal gain. */
  gain?: { test: "none" | "lt" | "none_or_lt" | "ge"; yuan?: PenaltyFigure; below?: PenaltyFigure; inclusive?: boolean; of?: string };
  subject: string;
  min?: PenaltyFigure;
  max?: PenaltyFigure;
  unit?: string;
  base?: string;
  per?: string;
  modality?: "may" | "shall";
  cumulative?: boolean;
  choice?: string;
  items?: string[];
  /** Ids of the articles and 款 that are said to be violated; chapters opened. */
  violated: string[];
  status?: "doubtful" | "unreadable";
  /** True where the measure by its nature falls on natural persons only. */
  natural?: boolean;
  shown?: PenaltyWords;
};
type PenaltyFigure = number | string;

/** The words of a row, in the script of its tree. */
type PenaltyWords = {
  /** 罰款 */
  measure: string;
  /** The measure's own words where they say more: 責令停止違法行為. */
  words?: string;
  /** 違法所得 1–10 倍; none where the text states nothing. */
  figure?: string;
  /** What the text leaves open: 下限未定. */
  open?: string;
  /** The clause, cut at the words read: every second piece is marked. */
  clause: string[];
  /** 57①, in full, and where it leads. */
  place: string;
  at: string;
  href: string;
  /** 情節嚴重的 */
  cond?: string;
  /** True if it is worse than the base case. */
  heavy?: boolean;
  /** 沒有違法所得或者違法所得不足二萬元的 */
  gain?: string;
  /** 直接負責的主管人員和其他直接責任人員 */
  subject: string;
  authority?: string;
  /** 擾亂實名注冊等制度的 */
  conduct?: string;
  /** What is doubtful of the reading. */
  doubts?: string[];
};

/** A 款 with consequences. */
type PenaltyProvision = {
  name: string;
  href: string;
  actor?: string;
  precondition?: string;
  /** Which 項 names what: 第六十條第（二）項, its address, the ids, and its words. */
  ways?: [name: string, href: string, ids: string[], words: string][];
};

/** The data file of one edition in one tree. */
type PenaltyData = {
  /** Every article of the law: id, name, and how many 款 it has. */
  articles: [id: string, name: string, paragraphs: number][];
  /** Names of what is below an article and named: `art-17-p1`: 第十七條第一款. */
  names: Record<string, string>;
  provisions: Record<string, PenaltyProvision>;
  rows: PenaltyRow[];
};

/** A number of yuan to the last digit: `value` / 10 ** `scale`. */
type Exact = { value: bigint; scale: number };
type PenaltyGain = { known: "unknown" | "none" } | { known: "yuan"; yuan: bigint };

type PenaltyQuestion = {
  /** `art-17` or `art-17-p1`. */
  article: string;
  gain: PenaltyGain;
  /** Codes of the circumstances that are assumed: `serious`. */
  branches: string[];
  subject: "person" | "organisation";
};

/** A row that applies. */
type PenaltyShown = {
  row: PenaltyRow;
  /** `test`: if its own test on the gain holds; `rule`: if none of `tests` does; "": without such a condition. */
  when: "" | "test" | "rule";
  tests: PenaltyRow[];
  /** `adds` to the base case (並), or sets a range of its `own`; "" for the base case and where there is no range. */
  beside: "" | "adds" | "own";
  /** The range in yuan, where it is a multiple or share of the reader's own figure. */
  yuan: { min: Exact | null; max: Exact | null } | null;
};

/** One row, or the arms of a list of which one is chosen: rows in arms. */
type PenaltyEntry = { list: string; arms: PenaltyShown[][] };

type PenaltyPart = {
  /** `main`: on whom the provision addresses; `persons`: on those responsible; else the code of the subject. */
  who: string;
  /** What is punished in words; a 款 may hold two conducts. */
  conduct: string;
  entries: PenaltyEntry[];
};

/** What one 款 threatens; `named` are the ids in it that fit the article asked for. */
type PenaltyGroup = { provision: string; named: string[]; ways: [name: string, href: string, words: string][]; parts: PenaltyPart[] };

/** A row that is not among the results, and why. */
type PenaltyLeft = { row: PenaltyRow; why: "branch" | "test" | "rule" | "no-gain" | "natural" | "unit" | "individual" | "persons"; tests: PenaltyRow[] };

/** What was not decided: a code and the words that it is about. */
type PenaltyNote = { code: string; words: string[] };

type PenaltyAnswer = { groups: PenaltyGroup[]; left: PenaltyLeft[]; notes: PenaltyNote[] };

/** An article that was read, or why it could not be. */
type PenaltyArticle = { id: string; why: "" | "empty" | "unreadable" | "law" | "unknown" | "unknown-part" | "unnamed" };
/** A figure that was read, or why it could not be. */
type PenaltyAmount = { yuan: bigint; why: "" | "empty" | "negative" | "fraction" | "great" | "unreadable" };

interface Window {
  duizhaoPenalties: { add(data: PenaltyData): void };
}
