/** The questions for somebody who has never answered them, and those that ask about the time since. */
export const FIRST_CHECK = "safety-and-steadiness";
const LATER_CHECK = "safety-and-steadiness-since";

export const CHECK_INSTRUMENTS = [FIRST_CHECK, LATER_CHECK];

/** Which of the two a person is asked: a repeat asks about the time since an answer that there has to be. */
export const checkInstrumentFor = (hasAnswered: boolean): string => (hasAnswered ? LATER_CHECK : FIRST_CHECK);
