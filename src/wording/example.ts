/** The question of the examples in help texts; the articles that ship answer it. */
export const EXAMPLE_QUESTION = '알리바바가 한국에서 하려는 일은 무엇인가요?';
