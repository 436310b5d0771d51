/** One file sent with its progress, which fetch cannot tell. */

import { reason, Refusal, signed } from "./server.js";

/** The JSON that answers a POST of `body`; `progress` hears how much of it is on its way, from 0 to 1. */
export function upload(url, body, progress) {
  const request = new XMLHttpRequest();
  const whole = new URL(url, location).href;
  request.open("POST", whole);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) => progress(total ? loaded / total : 0));
  const answer = new Promise((resolve, reject) => {
    request.addEventListener("load", () => {
      const { response, status } = request;
      const redirected = request.responseURL !== whole; // to sign in, which has its own JSON
      if (redirected || !response) reject(new Refusal(reason({ status, redirected })));
      else if (status >= 400) reject(new Refusal(response.message ?? "", response));
      else resolve(response);
    });
    for (const type of ["error", "abort", "timeout"]) {
      request.addEventListener(type, () => reject(new Refusal("The connection broke.")));
    }
  });
  request.send(signed(body));
  return answer;
}
