// The documents of /api/v1, as the page reads them. Times are seconds from the first picture, ranges half-open.

/**
 * @typedef {{value: string, texts: number, clips: number}} FacetValue
 * @typedef {Object<string, {values: FacetValue[], others: number}>} FacetLists
 * @typedef {{id: number, name: string, path: string, duration: number, shots: number, tracks: number, still: string|null,
 *   analysed_at: string, handles: string[], outlets: string[], tags: string[], verdicts: string[], has_note: boolean}} ClipCard
 * @typedef {{id: number, name: string, path: string, kind: string, begin: number, end: number, language: string,
 *   snippet: string[], still: string|null}} HitCard
 * @typedef {{query: string, total: number, videos?: ClipCard[], hits: HitCard[]|number, facets: FacetLists}} CardList
 * @typedef {{kind: string, begin_frame: number, end_frame: number, score: number}} Transition
 * @typedef {{index: number, begin: number, end: number, begin_frame: number, end_frame: number,
 *   transition: Transition, still: string|null}} Shot
 * @typedef {{engine: string, text: string, confidence: number}} Reading
 * @typedef {{raw: string, handle: string, platform: string|null, match: string}} Mention
 * @typedef {{id: number, kind: string, text: string, begin: number, end: number, begin_frame: number, end_frame: number,
 *   box: [number, number, number, number], path: [number, number, number][]|null, confidence: number, script: string,
 *   language: string, frames_seen: number, frames_examined: number, readings: Reading[], handles: Mention[]}} Track
 * @typedef {{path: string, sha256: string, width: number, height: number, duration: number, frames: number,
 *   frame_rate: number, variable_frame_rate: boolean, video_codec: string, container: string}} Media
 * @typedef {{id: number, analysed_at: string, paths: string[], media: Media, shots: Shot[], tracks: Track[],
 *   decoded_share: number, tool: string, versions: string, warnings: string[]}} Video
 * @typedef {{start: number|null, time_base: [number, number]|null, pictures: number[]|null}} Times
 * @typedef {{id: number, name: string, path: string, shot: number, begin: number, end: number, still: string, distance: number, same: boolean}} PictureShot
 * @typedef {{picture: string, share: number, pictures: PictureShot[]}} PictureList
 * @typedef {{id: number, name: string, path: string, not_a_copy: boolean, pairs: {own: PictureShot, other: PictureShot}[]}} AlikeClip
 * @typedef {{id: number, share: number, clips: AlikeClip[]}} AlikeList
 * @typedef {{id: number, name: string, other_id: number, other_name: string, made_at: string}} NotACopy
 * @typedef {{tag: string, begin: number|null, end: number|null}} Tag
 * @typedef {{id: number, begin: number|null, end: number|null, text: string, made_at: string}} Note
 * @typedef {{article_sha256: string, article: string, claim: number, type: string, entity: string, quote: string,
 *   verdict: string, judged_at: string}} KeptVerdict
 * @typedef {{id: number, tags: Tag[], notes: Note[], not_copies: number[], verdicts: KeptVerdict[]}} Marks
 * @typedef {{name: string, query: string, made_at: string}} SavedSearch
 * @typedef {{process: number, started_at: string, inputs: number, done: number, share: number, seconds_left: number,
 *   file: string}} Running
 * @typedef {{version: string, revision: number, videos: number, shots: number, tracks: number, handles: number,
 *   seconds: number, running: Running[]}} Status
 * @typedef {{state: 'none'|'waiting'|'making'|'ready'|'failed'|'unavailable', share: number, message: string|null}} Preview
 * @typedef {{code: string, stance: string, strength: string, video: string, begin: number, end: number,
 *   box: [number, number, number, number]|null, text: string, match: string, confidence: number,
 *   detail?: string}} Evidence
 * @typedef {{frames_examined: number, decoded_share: number, languages: string[], short_side: number}} Coverage
 * @typedef {{id: number, type: string, entity: {kind: string, value: string, platform: string|null}, quote: string,
 *   hedged: boolean, negated: boolean, verdict: string, evidence: Evidence[], coverage: Coverage,
 *   explanation: string}} Finding
 * @typedef {{article: {title: string|null}, claims: Finding[], warnings: string[]}} Verification
 */

export {};
