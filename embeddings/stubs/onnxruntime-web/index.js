// @xenova/transformers imports this package next to onnxruntime-node and, under Node, only sets fields of env.wasm.
export const env = { wasm: {} };
export default { env };
