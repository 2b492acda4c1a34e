import "server-only";
import { Secret, TOTP } from "otpauth";
import QRCode from "qrcode";
import { totpShape } from "@/lib/identity/totp-rule";

/** The key as a picture that an authenticator app reads: drawn here, because the key must not travel. */
export async function factorPicture(key: string, email: string): Promise<string> {
  const totp = new TOTP({ issuer: "Nearer", label: email, secret: Secret.fromBase32(key), ...totpShape });
  const svg = await QRCode.toString(totp.toString(), { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
