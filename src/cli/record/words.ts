/** A row of the Article 30 entry. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** A row that only a person can complete. */
export interface LabelledBlank {
  readonly label: string;
  /** What is missing, as `blank` states it in the row. */
  readonly blank: string;
}

/** The sentences of the drafts in one language. Where a value is missing, the draft contains a `blank` for a person to fill in. */
export interface Words {
  readonly title: string;
  /** States that this is a draft and not legal advice, and must be reviewed. */
  readonly draft: string;
  readonly basis: (page: string, date: string, tool: string) => string;
  readonly blank: (what: string) => string;
  readonly none: string;
  readonly and: string;
  readonly article30: {
    readonly heading: string;
    readonly field: string;
    readonly entry: string;
    readonly name: LabelledText;
    readonly controller: LabelledBlank;
    readonly purpose: LabelledText;
    readonly people: LabelledText;
    readonly data: LabelledText;
    /** The following three are added if the audit found such data. */
    readonly dataStored: (names: string) => string;
    readonly dataIdentifiers: (names: string) => string;
    readonly dataDevice: (names: string) => string;
    readonly recipients: LabelledBlank;
    readonly ownHost: (host: string) => string;
    readonly otherHost: (host: string, requests: number, early: boolean) => string;
    readonly transfers: LabelledBlank;
    readonly retention: LabelledBlank;
    readonly measures: LabelledBlank;
    readonly measureOrigins: (origins: string) => string;
    readonly measurePages: (origins: string) => string;
    readonly measureSandbox: string;
    readonly measureUnknown: string;
  };
  readonly notice: {
    readonly heading: string;
    readonly intro: (host: string) => string;
    readonly noOthers: string;
    readonly others: (hosts: string) => string;
    readonly othersBlank: string;
    readonly nothingStored: string;
    readonly stored: (names: string) => string;
    readonly cast: string;
    readonly rights: string;
  };
  readonly device: {
    readonly heading: string;
    readonly law: string;
    readonly nothing: string;
    readonly found: string;
    readonly cookie: (name: string, domain: string, phase: string) => string;
    readonly entry: (kind: string, name: string, origin: string, phase: string) => string;
    readonly call: (name: string, phase: string) => string;
    readonly question: string;
  };
  readonly phases: Readonly<Record<'load' | 'play' | 'seek' | 'menu' | 'pause' | 'leave', string>>;
  readonly limits: { readonly heading: string; readonly text: string };
}
