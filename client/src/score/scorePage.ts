export interface ScorePageParts {
  /** The source that the webview serves local files from. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Fresh for each page. */
  readonly nonce: string;
}

/** Without `base-uri` and `form-action`, which `default-src` does not cover, a page could be made to ask and to send. */
function policy({ cspSource, nonce }: ScorePageParts): string {
  return `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
}

/** The page of the score view: empty until its script has said that it is ready. */
export function scorePage(parts: ScorePageParts): string {
  const { scriptUri, styleUri, nonce } = parts;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>MIPS score</title>
<link rel="stylesheet" href="${styleUri}">
</head>
<body>
<script nonce="${nonce}" src="${scriptUri}"></script>
</body>
</html>
`;
}
