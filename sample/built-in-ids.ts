import { idOf } from "./seeded-random";

/** The ids under which the sample practice keeps what ships: instruments and the protocol. */
export const versionIdOf = (key: string): string => idOf("version", key);
