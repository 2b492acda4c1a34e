import "server-only";
import QRCode from "qrcode";

/** The link as a picture that the client's own phone reads: handed over without a letter, and drawn here. */
export async function invitationPicture(link: string): Promise<string> {
  const svg = await QRCode.toString(link, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
