const manifest = {
  id: "/portal",
  name: "Nearer",
  short_name: "Nearer",
  lang: "en-GB",
  start_url: "/portal",
  scope: "/",
  display: "standalone",
  background_color: "#f6f3eb",
  theme_color: "#f6f3eb",
  icons: [
    { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};

/** How Nearer stands among a phone's apps: a name and two circles, and nothing of what it is for. */
export const GET = (): Response =>
  Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
