/**
 * The 3D picture. NiiVue's own shader colours voxel by voxel from a start that differs from pixel to pixel, and
 * shades by all codes, drawn or not: small errors drown in grain. Here a ray meets the surfaces of colours, each
 * as opaque as its fill, so that errors shine through hits and one label through another; the head around them
 * is glass, from the grey `head` on. The other names of uniforms, the ray's end and the depth are NiiVue's (0.69.0, kRenderFunc).
 */
export const volumeShader = `#version 300 es
precision highp int;
precision highp float;
uniform vec3 rayDir;
uniform vec3 texVox;
uniform vec3 volScale;
uniform mat4 mvpMtx;
uniform mat4 matRAS;
uniform float head;
uniform highp sampler3D volume;
uniform highp sampler3D drawing;
uniform highp sampler2D colormap;
in vec3 vColor;
out vec4 fColor;

const float faintest = 0.25;
const vec3 glass = vec3(0.62, 0.66, 0.72);

vec4 colorAt(vec3 place) {
  int code = int(texture(drawing, place).r * 255.0 + 0.5);
  return texelFetch(colormap, ivec2(code, textureSize(colormap, 0).y - 1), 0);
}

vec3 endOf(vec3 startTex) {
  vec3 start = startTex * volScale;
  vec3 inverse = 1.0 / rayDir;
  vec3 far = max(inverse * (volScale - start), inverse * -start);
  return (start + rayDir * min(far.x, min(far.y, far.z))) / volScale;
}

float depthOf(vec3 place) {
  vec4 mm = transpose(matRAS) * (vec4(place, 1.0) * vec4(vec3(textureSize(volume, 0)), 1.0) - vec4(0.5, 0.5, 0.5, 0.0));
  return ((mvpMtx * vec4(mm.xyz, 1.0)).z + 1.0) / 2.0;
}

float drawnAs(vec4 drawn, vec3 place) {
  return colorAt(place) == drawn ? 1.0 : 0.0;
}

/* The direction in which a colour ends, from its voxels around; 1 where it faces the eye. */
float lightOf(vec4 drawn, vec3 place, vec3 along) {
  vec3 slope = vec3(0.0);
  for (int corner = 0; corner < 8; corner++) {
    vec3 way = vec3(corner & 1, (corner >> 1) & 1, corner >> 2) * 2.0 - 1.0;
    slope += way * (drawnAs(drawn, place + way * 1.2 / texVox) + drawnAs(drawn, place + way * 2.4 / texVox));
  }
  vec3 normal = slope * volScale;
  return length(normal) < 1e-6 ? 0.8 : abs(dot(normalize(normal), along));
}

float headLight(vec3 place, vec3 along) {
  vec3 reach = 3.0 / texVox;
  vec3 slope = vec3(
    texture(volume, place + vec3(reach.x, 0.0, 0.0)).r - texture(volume, place - vec3(reach.x, 0.0, 0.0)).r,
    texture(volume, place + vec3(0.0, reach.y, 0.0)).r - texture(volume, place - vec3(0.0, reach.y, 0.0)).r,
    texture(volume, place + vec3(0.0, 0.0, reach.z)).r - texture(volume, place - vec3(0.0, 0.0, reach.z)).r);
  return length(slope) < 1e-6 ? 0.5 : abs(dot(normalize(slope), along));
}

void main() {
  gl_FragDepth = 1.0;
  fColor = vec4(0.0);
  vec3 way = endOf(vColor) - vColor;
  float steps = length(way * texVox) * 1.4;
  if (steps < 0.5 || length(way) > 3.0) return;
  vec3 stride = way / steps;
  vec3 along = normalize(rayDir);
  vec3 seen = vec3(0.0);
  float opacity = 0.0;
  float shine = -1.0;
  vec4 before = vec4(0.0);
  vec3 place = vColor + stride * 0.5;
  for (float count = 0.5; count < steps; count += 1.0) {
    if (shine < 0.0 && texture(volume, place).r > head) {
      shine = headLight(place, along);
      gl_FragDepth = depthOf(place);
    }
    vec4 here = colorAt(place);
    if (here.a > 0.0 && here != before) {
      float fill = max(here.a, faintest) * (1.0 - opacity);
      float light = 0.35 + 0.65 * lightOf(here, place, along);
      seen += here.rgb * light * fill;
      opacity += fill;
      if (opacity > 0.97) break;
    }
    before = here;
    place += stride;
  }
  if (shine >= 0.0) seen += glass * (0.12 + 0.45 * shine) * (1.0 - opacity) * 0.8;
  fColor = vec4(seen, shine >= 0.0 || opacity > 0.0 ? 1.0 : 0.0);
}
`;

/** NiiVue's own for volumes (vertRenderShader). */
export const volumeVertexShader = `#version 300 es
layout(location=0) in vec3 pos;
layout(location=1) in vec3 texCoords;
uniform mat4 mvpMtx;
out vec3 vColor;
void main(void) {
  gl_Position = mvpMtx * vec4(pos, 1.0);
  vColor = texCoords;
}
`;
