/** The field for a rating in words, which a key leads to. */
export const ratingTextId = 'rating-text';
