// shots/similarity.h: how alike two pictures are, cell against cell. Private to shots.
#pragma once

#include "shots/activity_mask.h"
#include "shots/frame_features.h"

namespace sourcereel::shots {

/// Mean absolute difference per active cell on 0..255: luma, plus half of both colour planes'.
double change(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask);

/// Share of the active luma cells that differ by more than `threshold`.
double changed_share(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask, int threshold);

/// Normalised correlation of the active luma cells, −1..1: 1 for the same picture at any brightness and
/// contrast. Two flat pictures: 1 if of about the same level, else 0. A flat one and another: 0.
double correlation(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask);

/// Mean absolute difference that is left of the active luma cells once each picture's mean is taken away.
double structure_change(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask);

/// 1 for two pictures of usual contrast, down to 0.4 where both are dull, as dark and foggy ones are: what
/// counts as a difference shrinks with it.
double gain_of(const FrameFeatures& a, const FrameFeatures& b);

/// The cells that differ by more than `threshold`.
ActivityMask differing(const FrameFeatures& a, const FrameFeatures& b, int threshold);

/// What differs between the two by more than `threshold` is a small part of the picture, and in one of them
/// `share` of it is of one level: a banner, a box or a strap that comes or goes.
bool is_overlay(const FrameFeatures& a, const FrameFeatures& b, int threshold, double share);

/// Most of the active cells differ by noise alone.
bool stands_still(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask);

/// Both are drawn on the same flat ground, as words on a black card are.
bool same_ground(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask);

}  // namespace sourcereel::shots
