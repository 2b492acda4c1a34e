/** The page that stands in where there is no network. Its name tells nothing, so it needs no number. */
export const offlineAddress = "/portal/offline";
