/**
 * NiiVue's own slice shader outlines wherever the drawing's voxel value changes. Here the values are pair
 * codes, and codes of one colour must not be parted: so this shader compares colours. It also draws outlines
 * wider than one pixel (uniform overlayOutlineWidth, in pixels of the canvas) and changes the contrast
 * (uniform grey: gain and offset) without making the volume anew. Everything else is NiiVue's
 * (0.69.0, kFragSliceHead and kFragSliceTail), without the overlays, which are not used here.
 */
export const sliceShader = `#version 300 es
precision highp int;
precision highp float;
uniform highp sampler3D volume;
uniform highp sampler3D drawing;
uniform highp sampler2D colormap;
uniform float opacity;
uniform float overlayOutlineWidth;
uniform vec2 grey;
in vec3 texPos;
out vec4 color;

const int farthest = 6;

/* The drawing's table is the last row of the colour tables; read exactly, for colours are compared. */
vec4 colorAt(vec3 place) {
  int code = int(texture(drawing, place).r * 255.0 + 0.5);
  return texelFetch(colormap, ivec2(code, textureSize(colormap, 0).y - 1), 0);
}

bool isEdge(vec4 here, vec3 across, vec3 down) {
  for (int distance = 1; distance <= farthest; distance++) {
    if (float(distance) > overlayOutlineWidth + 0.5) return false;
    vec3 x = across * float(distance);
    vec3 y = down * float(distance);
    if (colorAt(texPos + x) != here || colorAt(texPos - x) != here) return true;
    if (colorAt(texPos + y) != here || colorAt(texPos - y) != here) return true;
  }
  return false;
}

void main() {
  vec3 across = dFdx(texPos);
  vec3 down = dFdy(texPos);
  vec3 background = clamp(texture(volume, texPos).rgb * grey.x + grey.y, 0.0, 1.0);
  vec4 here = colorAt(texPos);
  float fill = here.a;
  if (fill > 0.0 && overlayOutlineWidth > 0.0 && isEdge(here, across, down)) fill = 1.0;
  color = vec4(mix(background, here.rgb, fill), opacity);
}
`;
