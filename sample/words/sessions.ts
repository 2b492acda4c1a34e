/** Where sessions of the sample practice are. */
export const sessionPlaces = ["Northbank, room 2", "Northbank, the garden room", "Video call, the same link as always"];

export const coupleSessionPlace = "Northbank, the room with two sofas";

/** Why some did not take place, for staff. */
export const sessionReasons = ["A cold; rang in the morning.", "Work called; asked to stay with the usual day."];

/** Wishes for another time. */
export const moveWishes = ["Could it be an hour later? My train comes in at five."];
