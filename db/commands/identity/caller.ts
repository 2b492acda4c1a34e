/** What is known of a browser before anybody is: where it calls from, what it says it is, and the key for counting. */
export type Caller = {
  /** Keys the counters, so that the table of tries holds no address and no e-mail. */
  readonly limitSecret: string;
  /** Undefined when no proxy vouches for it: then only the account and the whole installation are counted. */
  readonly address: string | undefined;
  readonly device: string;
  /** The mark that an earlier sign-in left in this browser, whoever's it was. */
  readonly deviceMark: string | undefined;
};

/** What of it a new session is told. */
export type Browser = Pick<Caller, "device"> & Partial<Pick<Caller, "deviceMark">>;
