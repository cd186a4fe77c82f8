import type { Language } from '../../types.ts';

/** What the parts that read and index articles say in English, as patterns, and the same in Korean. A test walks over all they can say. */
const KOREAN: readonly (readonly [pattern: RegExp, korean: (...parts: string[]) => string])[] = [
  [/^empty$/, () => '내용이 비어 있습니다. 글을 넣거나 파일을 지워 주세요.'],
  [/^empty: it holds page furniture only$/, () => '메뉴와 광고만 있고 본문이 없습니다.'],
  [/^not text: no known encoding; save it as UTF-8$/, () => '문자 인코딩을 알 수 없습니다. UTF-8로 저장해 주세요.'],
  [/^not text: it holds binary data$/, () => '글이 아닌 데이터가 들어 있습니다. 글로 된 파일을 넣어 주세요.'],
  [/^its text is not valid Unicode$/, () => '올바른 유니코드 글이 아닙니다. UTF-8로 다시 저장해 주세요.'],
  [/^more than (\d+) lines: split it$/, (lines) => `${Number(lines).toLocaleString('ko')}줄이 넘습니다. 파일을 나누어 주세요.`],
  [
    /^larger than ([\d.]+ [KM]B) \(([\d.]+ [KM]B)\): split it$/,
    (most, size) => `크기(${size})가 제한(${most})을 넘습니다. 파일을 나누어 주세요.`,
  ],
  [
    /^it changed while it was (?:read|indexed): index again(?: when it is written)?$/,
    () => '읽는 동안 파일이 바뀌었습니다. 저장이 끝난 뒤 다시 색인해 주세요.',
  ],
  [
    /^unsupported format: no file extension; name it (.+)$/,
    () => '파일 확장자가 없습니다. 이름을 .txt, .md, .html, .pdf 가운데 하나로 끝내 주세요.',
  ],
  [
    /^unsupported format: (\.\S+); convert it to .+$/,
    (extension) => `지원하지 않는 형식(${extension})입니다. .txt, .md, .html, .pdf 가운데 하나로 변환해 주세요.`,
  ],
  [/^unsupported format: (\..*)$/s, (extension) => `지원하지 않는 형식(${extension})입니다.`],
  [
    /^PDF without text: it may be scanned; save it with its text \(OCR\)$/,
    () => '글자가 없는 PDF입니다. 스캔한 문서라면 OCR로 글자를 넣어 저장해 주세요.',
  ],
  [/^encrypted PDF: save it without a password$/, () => '암호가 걸린 PDF입니다. 암호 없이 저장해 주세요.'],
  [/^malformed PDF: save it anew, or convert it to \.txt$/, () => '손상된 PDF입니다. 다시 저장하거나 .txt로 변환해 주세요.'],
  [
    /^PDF takes longer than ([\d.]+) s to read$/,
    (seconds) => `PDF를 읽는 데 ${seconds}초가 넘게 걸립니다. 파일을 나누어 주세요.`,
  ],
  [
    /^PDF needs more than (\d+) MB to read$/,
    (megabytes) => `PDF를 읽는 데 메모리가 ${megabytes}MB 넘게 듭니다. 파일을 나누어 주세요.`,
  ],
  [/^the PDF reader does not start: (.+)$/s, (detail) => `PDF를 읽는 프로그램이 시작되지 않습니다. (${detail})`],
  [/^not a regular file$/, () => '일반 파일이 아닙니다.'],
  [
    /^(?:cannot be read: )?symbolic link(?:: not followed; put the file itself here)?$/,
    () => '심볼릭 링크는 따라가지 않습니다. 파일 자체를 넣어 주세요.',
  ],
  [/^cannot be read: (?:permission denied|EACCES|EPERM)$/, () => '읽을 권한이 없습니다. 파일의 권한을 확인해 주세요.'],
  [/^cannot be read: (?:the file is gone|ENOENT)$/, () => '파일이 없어졌습니다. 다시 색인해 주세요.'],
  [/^(?:it )?cannot be read: (.+)$/s, (detail) => `파일을 읽을 수 없습니다. (${detail})`],
  [/^folder cannot be read: (.+)$/s, (detail) => `폴더를 읽을 수 없습니다. 권한을 확인해 주세요. (${detail})`],
  [/^file name is not valid UTF-8: rename it$/, () => '파일 이름이 올바른 UTF-8이 아닙니다. 이름을 바꾸어 주세요.'],
  [
    /^path longer than (\d+) bytes: .+$/,
    (bytes) => `경로가 ${Number(bytes).toLocaleString('ko')}바이트를 넘습니다. 상위 폴더로 옮기거나 이름을 줄여 주세요.`,
  ],
  [/^deeper than (\d+) folders: move it up$/, (folders) => `폴더가 ${folders}단계보다 깊습니다. 상위 폴더로 옮겨 주세요.`],
  // What is noted of articles that are indexed all the same.
  [
    /^(\d+) bytes? (?:was|were) not valid (UTF-8|CP949)$/,
    (count, encoding) => `${encoding} 글자로 읽을 수 없는 바이트가 ${count}개 있습니다.`,
  ],
  [/^(\d+) control characters? (?:was|were) removed$/, (count) => `제어 문자 ${count}개를 뺐습니다.`],
  [/^the front matter is not valid YAML and was ignored$/, () => '머리말(YAML)의 형식이 잘못되어 쓰지 않았습니다.'],
  [
    /^elements are nested more than (\d+) deep; .+$/,
    (depth) => `HTML 요소가 ${depth}단계보다 깊어 메뉴가 본문에 섞였을 수 있습니다.`,
  ],
  [/^only the first (\d+) of (\d+) pages were read$/, (read, all) => `${all}쪽 가운데 처음 ${read}쪽만 읽었습니다.`],
  [
    /^it seems to hold a token or key, .+$/,
    () => '토큰이나 키로 보이는 글자가 있습니다. 답변에 인용될 수 있으니 지우고 새로 발급받아 주세요.',
  ],
  [/^could not be removed: (.+)$/s, (detail) => `지난 색인을 지우지 못했습니다. (${detail})`],
  // Why a run as a whole does not happen.
  [
    /^Indexing is already running \((.+)\)\. .+$/s,
    (owner) => `다른 프로그램에서 색인을 하고 있습니다(${owner}). 끝난 뒤 다시 실행해 주세요.`,
  ],
  [
    /^The data directory (.+) cannot be written: (.+)\. Check its permissions and its space, or set DATA_DIR\.$/s,
    (path, detail) => `색인 폴더(${path})에 쓸 수 없습니다(${detail}). 권한과 남은 공간을 확인하거나 DATA_DIR을 바꾸어 주세요.`,
  ],
  [
    /^The disk is full: .+$/s,
    () => '디스크가 가득 차 색인을 저장하지 못했습니다. 이전 색인은 그대로입니다. 공간을 비운 뒤 다시 실행해 주세요.',
  ],
  [
    /^The index could not be stored in (.+?) \((.+)\)\. .+$/s,
    (path, detail) =>
      `색인 폴더(${path})에 색인을 저장하지 못했습니다(${detail}). 이전 색인은 그대로입니다. 디스크와 권한을 확인한 뒤 다시 실행해 주세요.`,
  ],
  [
    /^The new index does not read back as it was written: (.+?)\. The index stays .+$/s,
    (detail) =>
      `저장한 색인이 저장한 그대로 읽히지 않습니다(${detail}). 이전 색인은 그대로입니다. 디스크의 남은 공간과 상태를 확인한 뒤 다시 실행해 주세요.`,
  ],
  [
    /^(.+) holds no usable article, but the index does\. .+$/s,
    (path) => `기사 폴더(${path})에 쓸 수 있는 기사가 없어 이전 색인을 그대로 두었습니다. ARTICLES_DIR을 확인해 주세요.`,
  ],
  [
    /^the articles folder "(.+)" cannot be read \((.+)\): check its permissions$/s,
    (path, code) => `기사 폴더(${path})를 읽을 수 없습니다(${code}). 권한을 확인해 주세요.`,
  ],
  [
    /^the articles folder "(.+)" does not exist: .+$/s,
    (path) => `기사 폴더(${path})를 찾을 수 없습니다. 폴더를 만들고 기사를 넣어 주세요.`,
  ],
  [
    /^"(.+)" is a file: name the folder that holds the articles$/s,
    (path) => `기사 폴더로 정한 곳(${path})에 폴더가 아니라 파일이 있습니다. ARTICLES_DIR에 기사 폴더를 적어 주세요.`,
  ],
  [
    /^The index was written by a newer gisabot \(format (\d+)\)\. .+$/,
    (format) => `더 새로운 버전의 기사봇이 만든 색인입니다(형식 ${format}). 기사봇을 업데이트하거나 DATA_DIR을 바꾸어 주세요.`,
  ],
  [
    /^Indexing stopped half-way: (.+?)\. The index is as it was before; .+$/s,
    (detail) =>
      `색인이 도중에 멈췄습니다(${detail}). 이전 색인은 그대로이며 지금까지의 작업은 남아 있습니다. 다시 실행해 주세요.`,
  ],
  [
    /^(generation-\d+) cannot be used: (.+)$/s,
    (name, detail) => `손상된 색인 ${name} 대신 이전 색인을 쓰고 있습니다. 다시 색인해 주세요. (${detail})`,
  ],
  [/^the index was made with another embedding model$/, () => '색인이 다른 임베딩 모델로 만들어졌습니다. 다시 색인해 주세요.'],
];

/** The folders before the last name of an absolute path. */
const FOLDERS = /(?<![\w./:])\/(?:[^\s/"'():,]+\/)+(?=[^\s/"'():,])/gu;

/**
 * What went wrong, in the reader's language. What has no translation is shown as it is, and marked as such. Where on the machine a folder
 * lies is nothing for Discord: the log says it.
 */
export function reasonIn(language: Language, reason: string): string {
  const shown = reason.replace(FOLDERS, '…/');
  if (language === 'en') return shown;
  for (const [pattern, korean] of KOREAN) {
    const match = pattern.exec(shown);
    if (match) return korean(...match.slice(1));
  }
  return `원문: ${shown}`;
}
